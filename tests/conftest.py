"""What all tests share: a lab in a workspace of the test run's own."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from workshop.lab import Lab
from workshop.opening import open_lab

# What a run that does not end was waiting for, for whoever reads the failed test.
logging.getLogger("workshop").setLevel(logging.INFO)

# The machine's own configuration has no part in the tests.
for name in ("TEMPORAL_ADDRESS", "TEMPORAL_PROFILE", "TEMPORAL_NAMESPACE", "WORKSHOP_SHOP_URL"):
    os.environ.pop(name, None)


_exit_code = 0


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep the outcome for the way out."""
    global _exit_code
    _exit_code = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave at once, all being reported: a process that used the SDK can crash on its way out."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_exit_code)


@pytest.fixture(scope="session", autouse=True)
def workspace_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace that this process and its children work in."""
    folder = tmp_path_factory.mktemp("workspace")
    os.environ["WORKSHOP_WORKSPACE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
async def lab(workspace_of_the_tests: Path) -> AsyncIterator[Lab]:
    """An embedded lab with a real server and a real shop, one for all tests."""
    lab = await open_lab()
    yield lab
    lab.close()
