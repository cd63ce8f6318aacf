"""Exercise ask_back: a state machine that two people move, each when it is their turn.

Long: twelve checks, one for each move of two people.
"""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta
from typing import Any

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.history import read_history
from workshop.patience import SOON

WORKFLOW = "RefundRequest"

#: What people say: not always a sentence, and not always something new.
SAID = (
    ("Where?", "At the spout."),
    ("does it leak ", " yes, äh …\nand how"),
    ("open", "approved"),
    ("Where?", "Where?"),
)

#: As long as either of them may take.
A_MONTH = timedelta(days=30)

#: A workflow, and two moves, each an update and its argument, of which it takes one.
Pair = tuple[Run, list[tuple[str, Any]]]

ask_back = Exercise(
    "ask_back",
    lesson="timers",
    module="refund_request",
    hints=[
        "Keep two things: the status, and a list of what was said. Both get their first value in "
        "__init__. run() already waits; what does it return?",
        "Each row of the table is an update with a validator, like BasketWorkflow.add in lesson 02. "
        "The handler changes the status and returns it. The validator, `@ask.validator` above a "
        "method with the same arguments, raises when the move is out of turn. It only looks.",
        'ask: the validator raises unless the status is "open" and the question isn\'t empty; the '
        'handler appends the question, sets "asked" and returns it. answer is its mirror image. '
        "decide sets the decision as the status and appends it to the list, too.",
    ],
)


@ask_back.requires("ends with Grace's decision")
async def ends_with_the_decision(trial: Trial) -> None:
    for approve, decision in ((True, "approved"), (False, "rejected")):
        run = await _opened(trial)
        await _expect_moves(run, ("decide", approve, decision))
        await _expect_result(run, [decision])


@ask_back.requires("goes on with the answer to a question", then=True)
async def asks_back(trial: Trial) -> None:
    run = await _opened(trial)
    await _expect_moves(
        run,
        ("ask", "Is it broken?", "asked"),
        ("answer", "It leaks.", "open"),
        ("decide", True, "approved"),
    )
    await _expect_result(run, ["Is it broken?", "It leaks.", "approved"])


@ask_back.requires("takes as many questions as Grace has")
async def asks_again(trial: Trial) -> None:
    run = await _opened(trial)
    said: list[str] = []
    for question, answer in SAID * 3:
        await _expect_moves(run, ("ask", question, "asked"), ("answer", answer, "open"))
        said += [question, answer]
    await _expect_moves(run, ("decide", False, "rejected"))
    await _expect_result(run, [*said, "rejected"])


@ask_back.requires("gives each of them as many days as they need")
async def waits_for_days(trial: Trial) -> None:
    run = await _opened(trial)
    await _expect_still_there(run, "Grace has not decided")
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await _expect_still_there(run, "Ada has not answered")
    await _expect_moves(run, ("answer", "It leaks.", "open"), ("decide", True, "approved"))
    await _expect_result(run, ["Is it broken?", "It leaks.", "approved"])


async def _expect_still_there(run: Run, why: str) -> None:
    still_there = await run.skip(A_MONTH)
    history = await read_history(run.handle)
    expect(
        still_there and history.status == "running",
        expected=f"the workflow to wait as long as {why}",
        happened=f"it {history.status} after a month.",
        think="what ends the wait, other than a move.",
    )


@ask_back.requires("answers get_status at each turn")
async def answers_the_status(trial: Trial) -> None:
    run = await _opened(trial)
    await _expect_status(run, "open", "at the beginning")
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await _expect_status(run, "asked", "after a question")
    await _expect_moves(run, ("answer", "It leaks.", "open"))
    await _expect_status(run, "open", "after the answer to a question")
    await _expect_moves(run, ("decide", True, "approved"))
    await run.end("the workflow to end once Grace has decided", within=SOON)
    await run.expect_replays()  # a workflow that has ended answers through a replay
    await _expect_status(run, "approved", "after decide(True)")


@ask_back.requires("refuses a move out of turn")
async def refuses_out_of_turn(trial: Trial) -> None:
    run = await _opened(trial)
    await run.expect_refused("answer", "It leaks.", "while nothing has been asked")
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await run.expect_refused("ask", "Hello?", "while a question is open")
    await run.expect_refused("decide", True, "while a question is open")
    await _expect_moves(run, ("answer", "It leaks.", "open"))
    await run.expect_refused("answer", "Hello?", "while the question has been answered")


@ask_back.requires("refuses an empty question and an empty answer")
async def refuses_nothing_said(trial: Trial) -> None:
    run = await _opened(trial)
    await run.expect_refused("ask", "", "with an empty question")
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await run.expect_refused("answer", "", "with an empty answer")


@ask_back.requires("leaves no trace in the history when it refuses")
async def refuses_without_a_trace(trial: Trial) -> None:
    run = await _refused_five_times(trial)
    updates = (await read_history(run.handle)).updates
    traces = [each for each in updates if each.status != "completed"] or updates[1:]
    expect(
        not traces,
        expected="a history that shows only the moves that were made",
        happened=f"it also shows {traces[0].name}, accepted and then {traces[0].status}."
        if traces
        else "",
        think="who looks at a move before it is accepted, and gets into the history.",
    )


@ask_back.requires("changes nothing when it refuses")
async def refusing_changes_nothing(trial: Trial) -> None:
    run = await _refused_five_times(trial)
    await _expect_status(run, "asked", "after a question and five refused moves")
    await _expect_moves(run, ("answer", "It leaks.", "open"), ("decide", True, "approved"))
    await _expect_result(run, ["Is it broken?", "It leaks.", "approved"])


@ask_back.requires("goes on where it was with another worker")
async def goes_on_with_another_worker(trial: Trial) -> None:
    task_queue = f"{trial.worker.task_queue}-first"
    first = await trial.serve(task_queue)
    run = await trial.start(WORKFLOW, trial.new_order(), task_queue=task_queue)
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await first.stop()
    await trial.serve(task_queue)
    await _expect_status(run, "asked", "after a question, when another worker has taken over")
    await _expect_moves(run, ("answer", "It leaks.", "open"), ("decide", True, "approved"))
    await _expect_result(run, ["Is it broken?", "It leaks.", "approved"])


@ask_back.requires("takes one move when two come at once")
async def takes_one_of_two(trial: Trial) -> None:
    task_queue = f"{trial.worker.task_queue}-later"
    first = await trial.serve(task_queue)
    asked = await trial.start(WORKFLOW, trial.new_order(), task_queue=task_queue)
    await _expect_moves(asked, ("ask", "Is it broken?", "asked"))
    await first.stop()
    pairs = [
        (await trial.start(WORKFLOW, trial.new_order(), task_queue=task_queue), moves)
        for moves in (
            [("decide", True), ("decide", False)],
            [("ask", "Where?"), ("ask", "Since when?")],
            [("ask", "Where?"), ("decide", True)],
        )
    ]
    pairs.append((asked, [("answer", "It leaks."), ("answer", "It drips.")]))
    for (run, moves), taken in zip(pairs, await _send(pairs, trial, task_queue), strict=True):
        expect(
            len(taken) == 1,
            expected=f"{' and '.join(f'{name}({value!r})' for name, value in moves)}, sent at the "
            "same time, to end in one move",
            happened=f"both were taken: {' and '.join(map(repr, taken))}."
            if taken
            else "none of them was taken.",
            think="when the status changes, and what the next validator sees.",
        )
        if taken[0] in ("approved", "rejected"):
            await _expect_result(run, taken)


@ask_back.requires("takes the same steps in a replay", then=True)
async def ask_back_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _opened(trial: Trial) -> Run:
    return await trial.start(WORKFLOW, trial.new_order())


async def _send(pairs: list[Pair], trial: Trial, task_queue: str) -> list[list[Any]]:
    """Send each run its two moves, then start a worker; return the answers to those it took.

    While no worker is there, both can reach their workflow in one workflow task.
    """
    sending = [
        [asyncio.ensure_future(run.update(name, value)) for name, value in moves]
        for run, moves in pairs
    ]
    everything = list(itertools.chain(*sending))
    try:
        await asyncio.wait(everything, timeout=0.3)
        await trial.serve(task_queue)
        await asyncio.wait(everything)
    finally:
        for each in everything:
            each.cancel()
        await asyncio.gather(*everything, return_exceptions=True)
    return [
        [each.result() for each in two if not each.cancelled() and not each.exception()]
        for two in sending
    ]


async def _refused_five_times(trial: Trial) -> Run:
    """Return a run in which a question is open, and each kind of move has been refused."""
    run = await _opened(trial)
    await run.expect_refused("ask", "", "with an empty question")
    await run.expect_refused("answer", "It leaks.", "while nothing has been asked")
    await _expect_moves(run, ("ask", "Is it broken?", "asked"))
    await run.expect_refused("ask", "Hello?", "while a question is open")
    await run.expect_refused("decide", False, "while a question is open")
    await run.expect_refused("answer", "", "with an empty answer")
    return run


async def _expect_moves(run: Run, *moves: tuple[str, Any, str]) -> None:
    """Make the moves; raise `NotYet` unless each answers the status that it leads to."""
    for update, argument, status in moves:
        answer = await run.update(update, argument)
        expect(
            answer == status,
            expected=f'{update}({argument!r}) to answer the new status, "{status}"',
            happened=f"it answered {answer!r}.",
            think="what the update changes, and what it returns.",
        )


async def _expect_status(run: Run, status: str, when: str) -> None:
    answer = await run.query("get_status")
    expect(
        answer == status,
        expected=f'get_status to answer "{status}" {when}',
        happened=f"it answered {answer!r}.",
        think="which methods change the status, which must not, and which do not run in a replay.",
    )


async def _expect_result(run: Run, said: list[str]) -> None:
    await run.end("the workflow to end once Grace has decided", within=SOON)
    result = run.expect_completed()
    expect(
        result == said,
        expected=f"the workflow to return {said!r}, all that was said and the decision",
        happened=f"it returned {result!r}.",
        think="which methods add to the list, when, and which must not.",
    )
