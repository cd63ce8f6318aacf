"""Another worker: replay histories in a process of its own.

``python -m workshop.lessons.anti_patterns.zoo.other_worker`` reads from standard input, for each
run, the animal, whether the sandbox was on, and the history. It prints what differs.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Any

from temporalio.worker import UnsandboxedWorkflowRunner

from workshop.history import History
from workshop.lessons.anti_patterns.zoo.lights import animal
from workshop.replay import replay
from workshop.temporal.messages import tidy_messages


async def differences(asked: list[tuple[str, bool, dict[str, Any]]]) -> list[str]:
    """Return for each history what differs, "" where nothing does."""
    told = []
    for name, sandboxed, exported in asked:
        options = {} if sandboxed else {"workflow_runner": UnsandboxedWorkflowRunner()}
        result = await replay(History.from_json(name, exported), animal(name), **options)
        told.append("" if result.ok else result.said)
    return told


if __name__ == "__main__":
    tidy_messages()
    print(json.dumps(asyncio.run(differences(json.load(sys.stdin)))), flush=True)
    os._exit(0)  # a process that used the SDK can crash on its ordinary way out
