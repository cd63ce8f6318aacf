"""Errors of tasks that nobody fetched: asyncio logs them when the tasks are collected."""

from __future__ import annotations

import gc
import logging

import pytest


def complaints_of_asyncio(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what asyncio complained of during the test."""
    gc.collect()
    return [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.name == "asyncio" and record.levelno >= logging.WARNING
    ]
