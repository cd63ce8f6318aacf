"""The real thing as a person gets it: `workshop lab` as a program, and a browser that opens it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import sys
import time
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

pytest.importorskip("playwright", reason="the browser tests need the dependency group 'browser'")

from playwright.async_api import Browser, async_playwright, expect

from tests.browser.jupyterlab import PATIENCE, JupyterLab, RunningLab
from tests.families import command_of

# Whatever is expected of the page is waited for.
expect.set_options(timeout=PATIENCE)

#: The environment variable by which the lab's processes are found, whoever started them.
MARK = "BROWSER_TESTS_LAB"

#: Seconds `workshop lab` may take to open, and to end.
START_DEADLINE, END_DEADLINE = 90, 30


@pytest.fixture(scope="session")
async def running_lab(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RunningLab]:
    """Start `workshop lab` in a session of its own; at the end press Ctrl-C and look for remains."""
    workspace = tmp_path_factory.mktemp("lab") / "my-workshop"
    mark = uuid.uuid4().hex
    environment = {key: value for key, value in os.environ.items() if "WORKSHOP" not in key}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workshop.commands", "lab", str(workspace), "--no-browser"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
        env=environment | {MARK: mark},
    )
    try:
        assert process.stdout is not None
        said = await asyncio.wait_for(process.stdout.readuntil(b"Ctrl-C ends it."), START_DEADLINE)
        url = re.search(r"http://\S+/lab\S*token=\w+", said.decode())
        assert url, said.decode()
        yield RunningLab(url[0], workspace)
        process.send_signal(signal.SIGINT)
        rest, _ = await asyncio.wait_for(process.communicate(), END_DEADLINE)
        assert process.returncode == 0, rest.decode()
        assert "Everything is stopped." in rest.decode()
        assert await _gone(mark), f"left running: {[command_of(p) for p in _processes(mark)]}"
    finally:
        for left in _processes(mark):
            left.kill()


def _processes(mark: str) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


async def _gone(mark: str) -> bool:
    deadline = time.monotonic() + 5
    while _processes(mark):
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.1)
    return True


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window: the one that CHROMIUM names, or the machine's."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "no chromium: install it, or name it in the environment variable CHROMIUM"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program,
            headless=True,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
            ],
        )
        yield browser
        await browser.close()


@pytest.fixture
async def jupyterlab(running_lab: RunningLab, browser: Browser) -> AsyncIterator[JupyterLab]:
    """A person who has just opened a browser: no cookies, no kernels, a screen of 1280 × 900.

    The folder that WORKSHOP_SCREENSHOTS names receives pictures of what this person sees.
    """
    folder = os.environ.get("WORKSHOP_SCREENSHOTS")
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    yield JupyterLab(await context.new_page(), running_lab, Path(folder) if folder else None)
    await context.close()
    running_lab.end_kernels()
