"""Projects as other people have them: a folder with a workflow's module and its recorded history."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.environment import persons_environment

RECORDED = Path(__file__).parents[1] / "replay" / "data"

#: A workflow that replays ok.json.
W = """\
from temporalio import workflow

@workflow.defn(name="W")
class W:
    @workflow.run
    async def run(self, x=None):
        return "ok"
"""
#: One that does not: it asks for a step more.
LONGER = W.replace(
    '        return "ok"',
    "        import asyncio\n        await asyncio.sleep(1)\n        return 'ok'",
)
CHILD = """\
from temporalio import workflow

@workflow.defn(name="W")
class W:
    @workflow.run
    async def run(self, x=None):
        mine = workflow.info()
        return await workflow.execute_child_workflow("C", id=f"{mine.workflow_id}-child")
"""


def recorded(name: str) -> str:
    """The path of a history that was handed in."""
    return str(RECORDED / f"{name}.json")


def project(folder: Path, **files: str) -> None:
    """Write files: `app__flows` is app/flows.py."""
    for name, content in files.items():
        written(folder / (name.replace("__", "/") + ".py"), content)


def written(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def replay(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run workshop replay as a terminal does: `python -m` would put the folder before Python's own."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("workshop")), "replay", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=persons_environment(COLUMNS="120", PYTHONUTF8="1", **environment),
        check=False,
        timeout=200,
    )
