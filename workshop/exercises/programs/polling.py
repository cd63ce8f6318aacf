"""Why a program does not poll, and what it wrote last."""

from __future__ import annotations

import re

import psutil

from workshop.exercises.engine.finding import NotYet
from workshop.temporal.process import WorkerProcess

#: A program that does not poll is looked at so often, after so many seconds each. When it has used
#: less than so many seconds of the processor at so many looks in a row, it is not on its way up;
#: nor when it has used `TOO_MUCH`. Measured: 0.6 to 1.5 until it polls.
LOOKS, LOOK, AT_REST, IN_A_ROW, TOO_MUCH = 15, 1.0, 0.03, 3, 6.0


def why_it_does_not_poll(
    program: WorkerProcess, polls: str, is_connected: bool, used: float
) -> NotYet:
    """Return the finding for a program that does not poll a task queue.

    Args:
        program: the program.
        polls: the task queue.
        is_connected: whether it has a connection to the server.
        used: seconds of the processor that it has used.
    """
    expected = f"a program that runs and polls the task queue {polls}"
    if not program.is_running:
        code = repr(program).rpartition(" · ")[2]
        wrote = last_words(program)
        return NotYet(
            expected=expected,
            happened=f"it {code}" + (f". {wrote}" if wrote else " and wrote nothing."),
            think="what that line does, and what it should have been given."
            if wrote
            else "which call starts main(), and which call in it lasts as long as the worker runs.",
        )
    if used > TOO_MUCH:
        return NotYet(
            expected=expected,
            happened=f"it has kept a processor busy for {used:.0f} s, and polls nothing.",
            think="which loop in it never ends, and whether it awaits anything.",
        )
    if not is_connected:
        return NotYet(
            expected=expected,
            happened="it runs, but it has no connection to the server that TEMPORAL_ADDRESS names.",
            think="where the worker's client gets the address from, and whether main() is awaited.",
        )
    return NotYet(
        expected=expected,
        happened="it runs and is connected, but it does not poll that task queue.",
        think="which task queue its Worker names, and whether the worker is run.",
    )


def last_words(program: WorkerProcess) -> str:
    """Say what a program that has ended wrote last, and which line of the learner's it was at."""
    said = [each for each in program.output.splitlines() if "tracemalloc" not in each]
    if not any(each.strip() for each in said):
        return ""
    places = re.findall(rf"{program.module}\.py(?:\", line |:)(\d+)", program.output)
    where = f"At line {places[-1]} of your cell" if places else "It wrote last"
    errors = [each for each in said if re.match(r"[\w.]+: ", each)]
    warnings = [each.partition(": ")[2] for each in said if "Warning: " in each]
    return f"{where}: {(errors or warnings or said)[-1].strip()}"


def processor_seconds(program: WorkerProcess) -> float:
    """Return how long the program has worked; what it waited for does not count."""
    try:
        times = psutil.Process(program.pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)
