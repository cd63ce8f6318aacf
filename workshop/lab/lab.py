"""The one object a notebook holds: a client, workers, the shop, and ways to look and to travel.

What a method needs is imported by its first call: a lab is open in a third of the time.

Long, because it is one object: each of its methods is a few lines that hand the work to a room below.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from temporalio.client import Client, WorkflowHandle, WorkflowHistory

from workshop.desk.spool import WHAT_IS_TOLD, Event, Spool, room_of
from workshop.errors import LabError
from workshop.lab.services import CLUSTERS_UI, LabAddress, Services, announced_lab
from workshop.lab.workspace import Workspace
from workshop.temporal.connect import connect

if TYPE_CHECKING:
    from workshop.chaos.scorecard import Scorecard
    from workshop.history import History
    from workshop.lab.broker import Broker
    from workshop.orders import OrderInput
    from workshop.replay import Replay
    from workshop.shop.client import Shop
    from workshop.shop.help import Help
    from workshop.shop.ledger import Ledger
    from workshop.temporal.process import WorkerProcess
    from workshop.temporal.worker import BackgroundWorker


class Lab:
    """A Temporal server and a shop, and what a notebook lacks to work with them.

    Attributes:
        client: a `temporalio.client.Client`, connected; its waits explain themselves.
        workspace: the folder the learner works in.
        address: where everything is.
    """

    def __init__(
        self,
        client: Client,
        workspace: Workspace,
        address: LabAddress,
        embedded: Services | None,
    ) -> None:
        self.client = client
        self.workspace = workspace
        self.address = address
        self._embedded = embedded
        self._workers: dict[tuple[str, str], BackgroundWorker] = {}  # by task queue and version
        self._processes: dict[WorkerProcess, str | None] = {}
        self._broker: Broker | None = None

    @cached_property
    def shop(self) -> Shop:
        """The outside world: its ledger, and faults to order."""
        from workshop.shop.client import Shop

        return Shop(self.address.shop_url)

    def new_order(self) -> OrderInput:
        """Return an order that nobody has placed yet: Ada's two teapots, under a new number."""
        from workshop.orders import sample_order

        number = str(self.shop.next_order_number())
        if self.address.temporal is None:  # others may have orders there, and an earlier lab has
            number = f"{self.address.lab_id[:4]}-{number}"
        return sample_order(f"order-{number}")

    async def worker(self, task_queue: str, **options: Any) -> BackgroundWorker:
        """Start a worker beside the notebook; it replaces the one before on that task queue.

        With a ``deployment_config`` it replaces only the one of the same version: workers of
        several versions stand side by side.

        Args:
            task_queue: the task queue it polls.
            options: the other arguments of `temporalio.worker.Worker`: ``workflows``,
                ``activities``, ``max_cached_workflows`` and so on.

        Raises:
            WorkerStartError: the worker cannot start; the message says why.
        """
        from workshop.temporal.worker import BackgroundWorker

        deployment = options.get("deployment_config")
        place = (task_queue, deployment.version.to_canonical_string() if deployment else "")
        if previous := self._workers.pop(place, None):
            await previous.stop()
        worker = BackgroundWorker(lambda: connect(self.address.temporal), task_queue, **options)
        await worker.start()
        self._workers[place] = worker
        return worker

    async def nats(self) -> Broker:
        """Start a message broker of this notebook's own, a NATS server, or return the running one.

        It ends with the notebook's kernel, and its messages with it. Programs that `process`
        starts from then on find its address in their environment, in NATS_URL.

        Raises:
            BrokerStartError: there is no such program, or it did not start.
        """
        from workshop.lab.broker import start_broker

        if self._broker is None or not self._broker.is_running:
            self._broker = await start_broker()
        return self._broker

    async def process(self, module: str, *, polls: str | None = None) -> WorkerProcess:
        """Run a module of ``work/`` as an operating-system process; wait until it polls.

        In its environment TEMPORAL_ADDRESS and WORKSHOP_SHOP_URL name this lab's services.

        Args:
            module: its name, without ``.py``.
            polls: the task queue that its worker polls; None, for a program without a worker:
                do not wait.

        Raises:
            ProcessStartError: it ended, or does not poll; the message holds what it wrote.
        """
        from workshop.temporal.process import WorkerProcess

        environment = {**self.address.environment}
        if self._broker:
            environment |= self._broker.environment
        process = WorkerProcess(module, folder=self.workspace.work, environment=environment)
        self._processes[process] = polls
        if polls is None:
            return process
        try:
            await process.wait_until_it_polls(self.client, polls)
        except BaseException:
            process.kill()
            raise
        return process

    async def chaos(self, module: str, *, orders: int = 50, seed: int = 1) -> Scorecard:
        """Let a storm go over the order platform in a module of ``work/``; audit every order.

        Answers are lost, payments declined, customers cancel, workers are killed, and the shop
        goes down for everybody. All of it is drawn from the seed. Every few seconds it says how
        many orders have ended (standard error).

        Args:
            module: its name, without ``.py``.
            orders: how many orders are placed, at most 500.
            seed: another seed is another storm.

        Raises:
            ValueError: ``orders`` is out of range.
            LabError: the module is not there, or cannot be served.
        """
        from workshop.chaos.plan import storm_of
        from workshop.chaos.storm import run_storm
        from workshop.processes.kept import print_to_stderr

        if not 1 <= orders <= 500:
            raise ValueError(f"orders should be between 1 and 500, found {orders}")
        return await run_storm(
            self.client,
            self.shop,
            module,
            storm_of(seed, orders),
            folder=self.workspace.work,
            environment=self.address.environment,
            tell=print_to_stderr,
        )

    async def pytest(self, module: str, *options: str) -> None:
        """Run pytest on a module of ``work/`` in a process of its own; print what it prints.

        It is what ``pytest MODULE.py`` does in a terminal in that folder.

        Args:
            module: its name, without ``.py``.
            options: more arguments for pytest, as ``"--tb=long"``.
        """
        from workshop.processes.pytest_process import run_pytest

        await run_pytest(self.workspace.work, module, options)

    async def history(
        self,
        handle: WorkflowHandle[Any, Any],
        *,
        until: Callable[[History], object] | None = None,
    ) -> History:
        """Return the workflow's event history so far: text, and in a notebook a timeline.

        With ``until``, wait for the first history that it accepts, for example
        ``until=lambda history: history.timers``.

        Raises:
            HistoryError: no such history came within 30 s, or the workflow ended without it.
        """
        from workshop.history import read_history
        from workshop.history.follow import history_that_satisfies

        if until is None:
            return await read_history(handle)
        return await history_that_satisfies(handle, until)

    async def ledger(
        self, order_id: str, *, until: Callable[[Ledger], object] | None = None
    ) -> Ledger:
        """Return what happened to an order in the shop so far, as ``lab.shop.ledger`` does.

        With ``until``, wait for the first ledger that it accepts, for example
        ``until=lambda ledger: ledger.charges``.

        Raises:
            LedgerError: no such ledger came within 30 s.
            ShopError: the shop does not answer.
        """
        from workshop.shop.follow import ledger_that_satisfies

        if until is None:
            return self.shop.ledger(order_id)
        return await ledger_that_satisfies(self.shop, self.client, order_id, until)

    async def watch(self, handle: WorkflowHandle[Any, Any]) -> History:
        """Show the workflow's timeline while it grows; return the history when it has ended."""
        from workshop.history.watch import watch

        return await watch(handle)

    async def replay(
        self,
        history: History | WorkflowHistory | WorkflowHandle[Any, Any],
        workflow: type,
        **options: Any,
    ) -> Replay:
        """Replay a history, or that of a handle, against a workflow class: where do they part?

        Args:
            history: what `history` returns, what the SDK's `fetch_history` does, or a handle.
            workflow: the class as it is now.
            options: other arguments of `temporalio.worker.Replayer`.

        Raises:
            ReplayError: the class is no workflow, or of another workflow type than the history.
        """
        from workshop.replay import replay

        return await replay(history, workflow, **options)

    async def skip(self, handle: WorkflowHandle[Any, Any], duration: timedelta) -> bool:
        """Let ``duration`` pass for one workflow, in about a second of yours.

        Returns True when its clock has advanced, False when the workflow ended before that.

        Raises:
            TimeSkippingError: the workflow is closed, or the server has no time skipping.
        """
        from workshop.temporal.time_travel import skip

        return await skip(self.client, handle, duration)

    def task_queues(self) -> list[str]:
        """Return the task queues that workers of this notebook poll, its processes too."""
        polled = [worker.task_queue for worker in self._workers.values() if worker.is_running]
        polled += [name for process, name in self._processes.items() if name and process.is_running]
        return list(dict.fromkeys(polled))

    def workers_of(self, module: str) -> list[BackgroundWorker]:
        """Return the running workers that were given something defined in ``module``."""
        return [
            worker
            for worker in self._workers.values()
            if worker.is_running and module in worker.modules
        ]

    @property
    def is_open(self) -> bool:
        """Whether all parts of the lab are there and answer."""
        return self.can_come_back and not self.address.silent_parts()

    @property
    def is_embedded(self) -> bool:
        """Whether the lab is of this process's own."""
        return self._embedded is not None

    @property
    def can_come_back(self) -> bool:
        """Whether parts that do not answer are started again; False if one was given up."""
        return self._embedded is None or self._embedded.are_running

    @property
    def restarts(self) -> int:
        """How often the shop or the server had to be started again since the lab's start."""
        if self._embedded:
            return self._embedded.restarts
        announced = announced_lab(self.workspace)
        return announced.restarts if announced else 0

    def close(self) -> None:
        """End what this notebook started: workers, processes, an embedded server."""
        self.leave()
        for process in self._processes:
            if process.is_running:
                process.kill()
        if self._broker:
            self._broker.stop()
        if self._embedded:
            self._embedded.stop()

    def raise_hand(self, up: bool = True) -> None:
        """Raise your hand, for your instructor to see; ``raise_hand(False)`` lowers it.

        Raises:
            LabError: nobody would see it: this lab isn't part of a room.
        """
        self._room("There is nobody to see your hand").append(
            Event("hand", outcome="raised" if up else "lowered")
        )
        print("Your hand is up." if up else "Your hand is down.")

    def tell_room(self, tells: bool = True) -> None:
        """Say whether your instructor may see which exercises you have checked, from now on.

        Raises:
            LabError: this lab isn't part of a room.
        """
        self._room("Nobody is told anything").tells = tells
        print(WHAT_IS_TOLD if tells else "Your instructor isn't told of your exercises any more.")

    def _room(self, otherwise: str) -> Spool:
        if spool := room_of(self.workspace.state):
            return spool
        raise LabError(f"{otherwise}: this lab isn't part of a room.")

    def leave(self) -> None:
        """End only what would disturb the end of this process; the rest ends with it."""
        for worker in self._workers.values():
            worker.stop_without_waiting()
        if "shop" in self.__dict__:
            self.shop.close()

    def __repr__(self) -> str:
        if self.address.temporal is None:
            server = "a Temporal cluster, as your environment configures it"
        elif self._embedded:
            server = "a Temporal server of this notebook's own"
        else:
            server = "the Temporal server that workshop lab has started"
        return f"lab · {server} · the shop is open · lab.help() lists what you can do"

    def help(self) -> Help:
        """Return what the lab can do, with an example of each call."""
        from workshop.lab.help import LAB

        return LAB

    @property
    def web_ui(self) -> str | None:
        """The address of Temporal's Web UI for a link in this notebook; None if not known."""
        if self.address.temporal is None:
            clusters = os.environ.get(CLUSTERS_UI)
            return (
                f"{clusters.rstrip('/')}/namespaces/{self.client.namespace}" if clusters else None
            )
        # JupyterLab as `workshop lab` starts it serves the Web UI on its own origin.
        return os.environ.get("WORKSHOP_UI_PATH") or self.address.ui_url
