"""The real shop as a process: started and ended for a test."""

import json
import os
import subprocess
import sys
from pathlib import Path

from workshop.shop import SECRET


def launch_shop(
    database: Path, *options: str, secret: str | None = None
) -> "subprocess.Popen[str]":
    """Start the shop's process; wait for nothing."""
    environment = dict(os.environ)
    environment.pop(SECRET, None)
    if secret is not None:
        environment[SECRET] = secret
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "workshop.shop", "--lab-id", "test-lab"),
            *("--database", str(database), *options),
        ],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def port_of(process: "subprocess.Popen[str]") -> int:
    """Wait until the shop listens; returns its port."""
    assert process.stdout is not None
    return int(json.loads(process.stdout.readline())["port"])


def start_shop(
    database: Path, *options: str, secret: str | None = None
) -> tuple["subprocess.Popen[str]", str]:
    """Start the shop; returns its process and its URL, which ends in the secret if there is one."""
    process = launch_shop(database, *options, secret=secret)
    path = f"/{secret}" if secret else ""
    return process, f"http://127.0.0.1:{port_of(process)}{path}"


def end_shop(process: "subprocess.Popen[str]") -> str:
    """Let go of the shop and wait for its end; returns what it wrote to standard error."""
    _, errors = process.communicate(timeout=5)  # closes its standard input
    return errors
