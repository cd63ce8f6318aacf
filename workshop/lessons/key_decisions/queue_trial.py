"""Trying a queue consumer: a broker for each check, and a line to Temporal that can go silent."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

import nats
from nats.aio.client import Client as Connection
from nats.js.api import ConsumerInfo
from temporalio.client import RPCError, WorkflowExecutionDescription
from temporalio.service import RPCStatusCode

from workshop.exercises import NotYet
from workshop.exercises.programs.polling import last_words
from workshop.exercises.programs.program import ProgramExercise, ProgramTrial
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.trial import Trial
from workshop.lab.broker import Broker, start_broker
from workshop.lab.lab import Lab
from workshop.lessons.key_decisions.line import Line
from workshop.patience import looks
from workshop.temporal.process import WorkerProcess

STREAM, SUBJECT, CONSUMER = "ORDERS", "orders", "order-service"
WORKFLOW, TASK_QUEUE = "MarketOrder", "market-orders"

#: Seconds after which the broker hands a message out again that was not acked. Where that is not
#: what a check is about, nobody lives off it.
ACK_WAIT, NO_SECOND_CHANCE = 1.0, 120.0

#: Seconds in which it knows a message that is published again. It keeps us from publishing twice.
DUPLICATE_WINDOW = 0.1

#: Seconds for what a program does at once with a message that it got. Measured: 0.01.
A_MOMENT = 0.5

#: What a marketplace's message says, as JSON.
TEA = {"customer": "ada@example.com", "items": [{"sku": "cup", "quantity": 1, "unit_price": 650}]}

QueueJudge = Callable[["QueueTrial"], Awaitable[None]]


class QueueExercise(ProgramExercise):
    """The exercise whose answer is a program that takes messages from a broker."""

    def requires(  # type: ignore[override]  # its judges get a QueueTrial, which `begin` makes
        self, title: str, *, within: float = 15.0, then: bool = False
    ) -> Callable[[QueueJudge], QueueJudge]:
        """Make the decorated function a check of this exercise; see `Exercise.requires`."""
        return Exercise.requires(self, title, within=within, then=then)  # type: ignore[return-value]

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial, on a Temporal server of its own."""
        return await QueueTrial.on_a_server_of_its_own(self.name, ModuleType(self.module), lab)


class QueueTrial(ProgramTrial):
    """One answer, a Temporal server of its own, and as many queues as its checks open."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.queues: list[Queue] = []
        self.known_message_ids: set[str] = set()

    async def queue(self, *, ack_wait: float = ACK_WAIT) -> Queue:
        """Return an empty queue, on a broker that nobody else uses."""
        queue = Queue(self, await start_broker(), await Line.to(self.address))
        self.queues.append(queue)
        await queue.open(ack_wait)
        return queue

    def new_message_id(self, name: str) -> str:
        """Return a message id that nobody has used; findings call it ``name``."""
        message_id = f"market-{uuid.uuid4().hex[:8]}"
        self._ids[message_id] = name
        self.known_message_ids.add(message_id)
        return message_id

    async def order(self, message_id: str) -> WorkflowExecutionDescription | None:
        """Return what Temporal knows of the workflow with this id now."""
        try:
            return await self.client.get_workflow_handle(message_id).describe()
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            return None

    async def end(self) -> None:
        """End the programs, then the queues and the server."""
        for program in self.programs:
            program.kill()
        for queue in self.queues:
            await queue.end()
        await super().end()


class Queue:
    """A stream and its consumer on a broker of their own, and the answer's program that takes from it."""

    def __init__(self, trial: QueueTrial, broker: Broker, line: Line) -> None:
        self.trial = trial
        self.broker = broker
        self.line = line
        self.program: WorkerProcess
        self._connection: Connection
        #: The number that the stream gave to the newest message. The consumer hears of a message a
        #: moment after the stream has it: until then nothing is pending, and nothing is done.
        self._newest = 0

    async def open(self, ack_wait: float) -> None:
        """Make the stream and its consumer."""
        self._connection = await nats.connect(self.broker.url)
        stream = self._connection.jetstream()
        await stream.add_stream(name=STREAM, subjects=[SUBJECT], duplicate_window=DUPLICATE_WINDOW)
        await stream.add_consumer(STREAM, durable_name=CONSUMER, ack_wait=ack_wait)

    def start_program(self, **environment: str) -> None:
        """Run the answer; it reaches Temporal by the line."""
        self.program = self.trial.launch_program(
            **{
                **self.broker.environment,
                "TEMPORAL_ADDRESS": self.line.address,
                **environment,
            }
        )

    async def publish(self, message_id: str) -> None:
        """Put a message into the queue, be it once more."""
        stream = self._connection.jetstream()
        message, headers = json.dumps(TEA).encode(), {"Nats-Msg-Id": message_id}
        while (taken := await stream.publish(SUBJECT, message, headers=headers)).duplicate:
            await asyncio.sleep(DUPLICATE_WINDOW)
        self._newest = taken.seq

    async def state(self) -> ConsumerInfo:
        """Return how many messages are waiting, handed out and acked."""
        state: ConsumerInfo = await self._connection.jetstream().consumer_info(STREAM, CONSUMER)
        return state

    async def is_done(self) -> bool:
        """Whether every message is acked."""
        floor = (await self.state()).ack_floor
        return floor is not None and floor.stream_seq >= self._newest

    async def is_handed_out(self) -> bool:
        """Whether the broker has handed out all that was published."""
        delivered = (await self.state()).delivered
        return delivered is not None and delivered.stream_seq >= self._newest

    async def is_waited_for(self) -> bool:
        """Whether the program waits for messages."""
        return bool((await self.state()).num_waiting)

    async def until(self, condition: Callable[[], Awaitable[object]]) -> bool:
        """Wait for the condition, while the program runs; return whether it came in time."""
        async for _ in looks():
            if await condition():
                return True
            if not self.program.is_running:
                return bool(await condition())
        return False

    def expect_running(self, when: str) -> None:
        """Raise `NotYet` if the program has ended by itself."""
        if self.program.is_running:
            return
        code = repr(self.program).rpartition(" · ")[2]
        wrote = last_words(self.program)
        raise NotYet(
            expected=f"a program that goes on taking messages {when}",
            happened=f"it {code}" + (f". {wrote}" if wrote else " and wrote nothing."),
            think="what that line ran into, and what your program should do about it."
            if wrote
            else "what starts the program at the end of the file, and what in it goes on forever.",
        )

    async def expect_order(self, message_id: str, *, when: str, think: str) -> str:
        """Return the run id of the message's order; raise `NotYet` if there is none."""

        async def is_known() -> bool:
            return await self.trial.order(message_id) is not None

        async def is_known_or_lost() -> bool:
            return await is_known() or await self.is_done()

        found = await self.until(is_known_or_lost)
        if found and not await is_known():
            await asyncio.sleep(A_MOMENT)  # it acks first, which another check is about
        if not found:
            self.expect_running(when)
        order = await self.trial.order(message_id)
        if order is None:
            raise NotYet(
                expected=f"a workflow with the id {message_id} {when}",
                happened=await self._what_there_is(),
                think=think,
            )
        return str(order.run_id)

    async def expect_done(self, *, when: str) -> None:
        """Raise `NotYet` unless every message is acked soon."""
        if await self.until(self.is_done):
            return
        if "TimeoutError" not in last_words(self.program):  # no other message came for 5 s
            self.expect_running(when)
        left = (await self.state()).num_ack_pending
        raise NotYet(
            expected=f"every message to be acked {when}",
            happened=f"{left or 'some'} {'is' if left == 1 else 'are'} not: the broker will hand "
            "out such a message again and again.",
            think="what the broker waits for once Temporal knows the order, and when Temporal "
            "knew it already.",
        )

    async def expect_handed_out_once(self) -> None:
        """Raise `NotYet` if a message was handed out again: nobody had lost it."""
        delivered = (await self.state()).delivered
        if delivered is None or delivered.consumer_seq == delivered.stream_seq:
            return
        raise NotYet(
            expected="each message to be acked the first time it's handed out",
            happened=f"{delivered.stream_seq} messages were handed out {delivered.consumer_seq} "
            "times.",
            think="what the program does with a message the first time.",
        )

    async def _what_there_is(self) -> str:
        found = {each.id async for each in self.trial.client.list_workflows()}
        others = found - self.trial.known_message_ids
        if others:
            return "there is none, but there is one with another id, which isn't any message's."
        if await self.is_done():
            return "there is none, and no message is left: that order is lost."
        return "there is none."

    async def end(self) -> None:
        """End the broker and the line."""
        await self._connection.close()
        await self.line.end()
        await asyncio.to_thread(self.broker.stop)
