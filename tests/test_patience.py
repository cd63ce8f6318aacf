"""How far a deadline is stretched on a busy machine, and what becomes of what is waited for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Coroutine
from types import SimpleNamespace
from typing import Any

import pytest

from tests.unfetched import complaints_of_asyncio
from workshop import patience
from workshop.patience import looks, meanwhile, slowness, wait_patiently


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors that do nothing."""
    monkeypatch.setattr(os, "getloadavg", lambda: (0.0, 0.0, 0.0), raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(patience, "_running_now", lambda: 0.0)


@pytest.mark.parametrize(("load", "factor"), [(0.0, 1.0), (2.0, 1.0), (4.0, 2.0), (40.0, 12.0)])
@pytest.mark.usefixtures("quiet")
def test_a_deadline_grows_with_the_load_and_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, load: float, factor: float
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    assert slowness() == factor


@pytest.mark.usefixtures("quiet")
def test_a_load_that_has_just_begun_counts_before_the_average_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patience, "_running_now", lambda: 10.0)
    assert slowness() == 5.0


@pytest.mark.usefixtures("quiet")
async def test_a_wait_lasts_as_much_longer_as_the_machine_is_slower(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(1000))  # each look at it is a second later
    monkeypatch.setattr(patience, "time", SimpleNamespace(monotonic=lambda: float(next(clock))))
    monkeypatch.setattr(patience, "_LOOK", 0.0)
    monkeypatch.setattr(patience, "_running_now", lambda: 6.0)
    with pytest.raises(asyncio.TimeoutError) as raised:
        await wait_patiently(asyncio.sleep(600), 4)
    assert raised.value.args == (12.0,)


async def test_what_ends_in_time_gives_its_result_or_its_error() -> None:
    async def fails() -> None:
        raise ValueError("no")

    assert await wait_patiently(asyncio.sleep(0, "tea"), 5) == "tea"
    with pytest.raises(ValueError, match="no"):
        await wait_patiently(fails(), 5)


async def test_a_wait_that_is_called_off_calls_off_what_it_waits_for() -> None:
    called_off = asyncio.Event()

    async def lasts() -> None:
        try:
            await asyncio.sleep(600)
        finally:
            called_off.set()

    waiting = asyncio.ensure_future(wait_patiently(lasts(), 600))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert called_off.is_set()


@pytest.mark.usefixtures("quiet")
async def test_looks_come_at_once_and_end_with_the_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(patience, "time", SimpleNamespace(monotonic=lambda: float(next(clock))))
    monkeypatch.setattr(patience, "_BETWEEN", 0.0)
    assert [None async for _ in looks(3.0)] == [None, None, None]
    monkeypatch.setattr(patience, "_running_now", lambda: 4.0)
    assert len([None async for _ in looks(3.0)]) == 6  # on a machine that is half as fast


@pytest.mark.parametrize("waits", [lambda step: wait_patiently(step, 5), lambda step: _held(step)])
async def test_an_error_that_comes_as_the_wait_is_called_off_is_not_printed(
    waits: Callable[[Awaitable[None]], Coroutine[Any, Any, None]], caplog: pytest.LogCaptureFixture
) -> None:
    step: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    wait = asyncio.ensure_future(waits(step))
    await asyncio.sleep(0)
    step.set_exception(ValueError("the answer is wrong"))
    wait.cancel()  # the wait hasn't heard of the error yet
    await asyncio.gather(wait, return_exceptions=True)
    assert wait.cancelled()
    del step, wait
    assert complaints_of_asyncio(caplog) == []


async def _held(step: Awaitable[None]) -> None:
    async with meanwhile(step) as future:
        await asyncio.wait({future})
