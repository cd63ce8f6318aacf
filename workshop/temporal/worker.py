"""A worker that runs beside the notebook: on a thread of its own, with its own event loop.

A worker started with ``asyncio.create_task(worker.run())`` in a cell shares the kernel's event
loop: its start-up error is never seen, ``time.sleep`` in a cell stops it, and running the cell
again leaves the old code serving. On its own thread it works on while a cell blocks, its
start-up error is raised where it was asked for, and what it prints lands in the running cell.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import ctypes
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

from temporalio.client import Client
from temporalio.worker import Worker

from workshop.errors import LabError
from workshop.patience import wait_patiently
from workshop.processes.deadline import line_in
from workshop.temporal.arguments import CheckedArguments

#: Makes a client for the event loop it is awaited on: clients are not shared between loops.
Connect = Callable[[], Awaitable[Client]]

#: The build id of a worker that was given none. The SDK's own is a hash of all imported modules,
#: which takes the first worker of a kernel a third of a second.
BUILD_ID = "notebook"

#: Seconds to wait for a worker to start or to end before saying that it does not.
DEADLINE = 30.0

#: A worker whose event loop has not answered for so many seconds is blocked, and its end is waited
#: for so many. What blocks it is interrupted, and again what blocks it for so long after that.
BLOCKED, DEADLINE_WHEN_BLOCKED, AGAIN = 1.0, 2.0, 0.3


class WorkerStartError(LabError):
    """The worker could not start; the message says why, the cause is the original error."""


class WorkerStartTimeoutError(WorkerStartError):
    """The Temporal server did not answer the worker in time."""


class _InterruptedError(BaseException):
    """Ends code that blocks a worker that has to end. No ``except Exception`` on the way stops it."""


class BackgroundWorker:
    """A running ``temporalio.worker.Worker`` on its own thread.

    Args:
        connect: makes the worker's client on the worker's event loop.
        task_queue: as `temporalio.worker.Worker` has it.
        options: the other arguments of `temporalio.worker.Worker`.
    """

    def __init__(self, connect: Connect, task_queue: str, **options: Any) -> None:
        self.task_queue = task_queue
        self.options = options
        self._connect = connect
        self._started: concurrent.futures.Future[None] = concurrent.futures.Future()
        self._ended: concurrent.futures.Future[None] = concurrent.futures.Future()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._asked: float | None = None  # since when the event loop has not answered
        self._thread = threading.Thread(
            target=self._serve, name=f"worker {task_queue}", daemon=True
        )

    def __repr__(self) -> str:
        names = [
            getattr(item, "__name__", type(item).__name__)
            for kind in ("workflows", "activities")
            for item in self.options.get(kind, ())
        ]
        state = "running" if self.is_running else "stopped"
        return f"worker on '{self.task_queue}' · {state} · {', '.join(names)}"

    @property
    def is_running(self) -> bool:
        """Whether the worker has started and not ended."""
        return self._started.done() and not self._ended.done()

    @property
    def has_failed(self) -> bool:
        """Whether the worker has ended without being asked to."""
        return self._started.done() and self._ended.done() and not self._stop.is_set()

    @property
    def modules(self) -> set[str]:
        """The names of the modules whose workflows and activities it was given."""
        return {
            item.__module__
            for kind in ("workflows", "activities")
            for item in self.options.get(kind, ())
            if hasattr(item, "__module__")
        }

    def blocked_for(self) -> float:
        """Return for how many seconds the worker's event loop has done nothing else than one call.

        About zero for a worker at work; while an ``async`` activity calls what does not await,
        the worker can neither start nor end anything.
        """
        if not self.is_running:
            return 0.0
        asked = self._asked  # the worker's thread may take it away at any moment
        if asked is None:
            asked = self._asked = time.monotonic()
            self._loop.call_soon_threadsafe(self._answer)
        return time.monotonic() - asked

    def _answer(self) -> None:
        self._asked = None

    def line_in(self, file: str) -> int | None:
        """Return the line of the file, by its name, that the worker's thread is at, if it is."""
        return line_in(file, sys._current_frames().get(self._thread.ident or 0))

    async def start(self) -> None:
        """Start the thread and wait until the worker polls its task queue.

        Raises:
            WorkerStartError: the Worker could not be made or could not start.
        """
        self._thread.start()
        try:
            # Shielded: the thread says how it started even if nobody waits for it any more.
            await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._started)), DEADLINE)
        except asyncio.CancelledError:
            self._request_stop()
            raise
        except asyncio.TimeoutError:
            self._request_stop()
            raise WorkerStartTimeoutError(
                f"The worker on '{self.task_queue}' has not started within {DEADLINE:.0f} s: the "
                "Temporal server does not answer. Run `workshop doctor` in a terminal."
            ) from None
        except Exception as error:
            raise WorkerStartError(self._why(error)) from error

    async def stop(self) -> None:
        """Shut the worker down and wait until it has gone.

        Activities that are running are cancelled at once, as a worker at work would do after its
        graceful shutdown timeout.
        """
        self._request_stop()
        done = asyncio.wrap_future(self._ended)
        seconds = DEADLINE
        freeing = None
        if self.blocked_for() > BLOCKED:
            seconds = DEADLINE_WHEN_BLOCKED
            freeing = asyncio.ensure_future(self._free())
        try:
            await wait_patiently(asyncio.shield(done), seconds)
        except asyncio.TimeoutError:
            print(
                f"The worker on '{self.task_queue}' has not ended after {seconds:.0f} s: one of "
                "its activities or workflows does not stop. It is left behind; restart the kernel "
                "to be rid of it.",
                file=sys.stderr,
            )
        finally:
            if freeing:
                freeing.cancel()

    def stop_without_waiting(self) -> None:
        """Ask the worker to end; for when the process is about to end as well."""
        if self.is_running:
            self._request_stop()
            self._thread.join(timeout=1)

    async def _free(self) -> None:
        """Interrupt what blocks the event loop, and then what comes next: tasks stand in a line."""
        while not self._ended.done():
            self._interrupt()
            self._asked = None  # what comes now is counted anew
            while self.blocked_for() < AGAIN and not self._ended.done():
                await asyncio.sleep(AGAIN / 4)

    def _interrupt(self) -> None:
        """Raise an error in what blocks the worker's thread; a system call has to end first."""
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(self._thread.ident or 0), ctypes.py_object(_InterruptedError)
        )

    def _request_stop(self) -> None:
        if not self._ended.done():
            self._loop.call_soon_threadsafe(self._stop.set)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._run())
        except BaseException as error:  # whatever it is belongs to whoever waits for the start
            if not self._started.done():
                self._started.set_exception(error)
            else:
                print(
                    f"The worker on '{self.task_queue}' has ended with {type(error).__name__}: "
                    f"{error}\nRun its cell again to start a new one.",
                    file=sys.stderr,
                )
        finally:
            self._ended.set_result(None)
            self._loop.close()

    async def _run(self) -> None:
        options = {"build_id": BUILD_ID, **self.options}
        options["interceptors"] = [*options.get("interceptors", ()), CheckedArguments()]
        if "deployment_config" in options:  # it names a build id of its own
            del options["build_id"]
        worker = Worker(await self._connect(), task_queue=self.task_queue, **options)
        running = asyncio.ensure_future(worker.run())
        while not (worker.is_running or running.done()):
            await asyncio.sleep(0.001)
        if worker.is_running:
            self._started.set_result(None)
            stop = asyncio.ensure_future(self._stop.wait())
            await asyncio.wait({running, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if not running.done():
                await worker.shutdown()
        await running

    def _why(self, error: BaseException) -> str:
        """Say in words for people why the worker could not start."""
        said = f"The worker on '{self.task_queue}' cannot start. "
        in_a_cell = [each for each in self.options.get("workflows", ()) if _has_no_file(each)]
        if in_a_cell:
            return said + (
                f"The workflow {in_a_cell[0].__name__} is defined in a plain cell. A workflow has "
                "to live in a file: begin its cell with %%module and a name, for example "
                "%%module my_workflow, run it, and then this cell again."
            )
        reasons = [str(error)]
        cause = error.__cause__ or error.__context__
        while cause is not None and len(reasons) < 4:
            reasons.append(f"{type(cause).__name__}: {cause}")
            cause = cause.__cause__ or cause.__context__
        return said + "\n  because ".join(reasons)


def _has_no_file(workflow: type) -> bool:
    """Whether the class was defined in a cell: then its module is ``__main__``, without a file."""
    module = sys.modules.get(workflow.__module__)
    return module is not None and getattr(module, "__file__", None) is None
