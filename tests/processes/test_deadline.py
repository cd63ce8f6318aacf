"""Code that neither ends nor awaits is ended where it runs, and its line is known."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from workshop.processes.deadline import DeadlineError, deadline


def test_a_block_that_ends_in_time_is_left_alone_and_so_is_the_timer_of_others() -> None:
    before = signal.getitimer(signal.ITIMER_REAL)[0]  # pytest's own deadline for this test
    with deadline(30, "x.py"):
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 30
    after = signal.getitimer(signal.ITIMER_REAL)[0]
    assert (before > 0) == (after > 0)


@pytest.mark.parametrize("wait", [lambda: time.sleep(60), lambda: [None for _ in iter(int, 1)]])
def test_a_block_that_does_not_end_is_ended_with_its_line(wait: object) -> None:
    with pytest.raises(DeadlineError) as raised, deadline(0.1, "test_deadline.py"):
        try:
            wait()  # type: ignore[operator]
        except Exception:
            pytest.fail("no ordinary except may stop it")
    assert raised.value.line is not None


def test_on_another_thread_there_is_no_deadline_and_no_error() -> None:
    ended = threading.Event()

    def block() -> None:
        with deadline(0.01, "x.py"):
            time.sleep(0.05)
        ended.set()

    thread = threading.Thread(target=block)
    thread.start()
    thread.join()
    assert ended.is_set()
