"""The real shop as a process: started and ended for a test."""

import json
import subprocess
import sys
from pathlib import Path


def start_shop(database: Path) -> tuple["subprocess.Popen[str]", str]:
    """Start the shop; returns its process and its URL."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "workshop.shop",
            "--database",
            str(database),
            "--lab-id",
            "test-lab",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"


def end_shop(process: "subprocess.Popen[str]") -> str:
    """Let go of the shop and wait for its end; returns what it wrote to standard error."""
    _, errors = process.communicate(timeout=5)  # closes its standard input
    return errors
