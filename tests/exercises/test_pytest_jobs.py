from __future__ import annotations

import asyncio
import socket
from pathlib import Path

from workshop.exercises.pytest_jobs import Recorder
from workshop.temporal.command import find_command


async def test_the_tests_begin_when_their_server_answers_not_when_it_listens(
    tmp_path: Path,
) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    recorder = Recorder("t.py", tmp_path, port)
    collected = asyncio.create_task(asyncio.to_thread(recorder.pytest_collection_finish))
    (await asyncio.to_thread(listener.accept))[0].close()  # it listens, and answers nothing
    listener.close()
    await asyncio.wait([collected], timeout=0.2)
    assert not collected.done()
    server = await asyncio.create_subprocess_exec(
        *(await find_command(), "server", "start-dev", "--headless", "--port", str(port)),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(collected, 10.0)
    finally:
        server.kill()
        await server.wait()
