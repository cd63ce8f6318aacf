"""A kernel driven as JupyterLab drives it: all cells sent at once, answers sorted by cell."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager


@dataclass
class Cell:
    """A cell that was run: its source, what came of it, and what it put out.

    ``text`` is all of that as text, ``shown`` only values: not what was printed. ``below`` is the
    cell that it put below itself.
    """

    source: str
    may_raise: bool = False
    status: str = "never answered"
    error: str = ""
    traceback: list[str] = field(default_factory=list)
    text: str = ""
    shown: str = ""
    below: str = ""
    html: list[str] = field(default_factory=list)


class Kernel:
    """A running kernel and its client."""

    def __init__(self, manager: AsyncKernelManager, client: AsyncKernelClient) -> None:
        self.manager = manager
        self.client = client

    @property
    def pid(self) -> int:
        """The kernel's process id."""
        return int(self.manager.provisioner.pid)  # type: ignore[union-attr]

    async def run_all(self, cells: Sequence[Cell | str], timeout: float = 300) -> list[Cell]:
        """Send all cells at once, as Run All does, and return them with their outputs."""
        run = [Cell(cell) if isinstance(cell, str) else cell for cell in cells]
        by_id = {
            self.client.execute(cell.source, stop_on_error=not cell.may_raise): cell for cell in run
        }
        replies = asyncio.ensure_future(self._replies(by_id))
        outputs = asyncio.ensure_future(self._outputs(by_id))
        try:
            await asyncio.wait_for(asyncio.gather(replies, outputs), timeout)
        except asyncio.TimeoutError:
            waiting = [cell.source for cell in run if cell.status == "never answered"]
            raise AssertionError(f"cells without an answer after {timeout} s: {waiting}") from None
        return run

    async def run(self, source: str, timeout: float = 60) -> Cell:
        """Run one cell."""
        return (await self.run_all([source], timeout))[0]

    async def _replies(self, by_id: dict[str, Cell]) -> None:
        waiting = set(by_id)
        while waiting:
            message: dict[str, Any] = await self.client.get_shell_msg()
            parent = message["parent_header"]["msg_id"]
            if parent in waiting:
                waiting.remove(parent)
                content = message["content"]
                by_id[parent].status = content["status"]
                for payload in content.get("payload", ()):
                    if payload["source"] == "set_next_input":
                        by_id[parent].below = payload["text"]

    async def _outputs(self, by_id: dict[str, Cell]) -> None:
        busy = set(by_id)
        while busy:
            message: dict[str, Any] = await self.client.get_iopub_msg()
            parent = message["parent_header"].get("msg_id")
            cell = by_id.get(parent)
            if cell is None:
                continue
            content = message["content"]
            if message["msg_type"] == "stream":
                cell.text += content["text"]
            elif message["msg_type"] in ("execute_result", "display_data"):
                plain = content["data"].get("text/plain", "") + "\n"
                cell.text += plain
                cell.shown += plain
                cell.html.append(content["data"].get("text/html", ""))
            elif message["msg_type"] == "error":
                cell.error = f"{content['ename']}: {content['evalue']}"
                cell.traceback = [*map(_plain, content["traceback"])]
            elif message["msg_type"] == "status" and content["execution_state"] == "idle":
                busy.discard(str(parent))


def _plain(line: str) -> str:
    """Return the line without the terminal's colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


@asynccontextmanager
async def kernel(folder: Path, environment: dict[str, str]) -> AsyncIterator[Kernel]:
    """Start a kernel in a folder; end it with its clients and children."""
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(cwd=str(folder), env=environment)
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=60)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=not await manager.is_alive())


def code_cells(notebook: Path) -> list[Cell]:
    """Return the code cells of a notebook, to be run."""
    return [
        Cell(cell.source, may_raise="raises-exception" in cell.metadata.get("tags", []))
        for cell in nbformat.read(notebook, as_version=4).cells
        if cell.cell_type == "code"
    ]
