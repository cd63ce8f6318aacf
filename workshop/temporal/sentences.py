"""What the SDK says of mistakes, said so that it helps a person who is new to it.

Some of its sentences send people the wrong way: the sandbox advises to "mark the import as pass
through" to who has called ``time.sleep``, and an activity that was called like a function ends in a
traceback of the HTTP client. Each such sentence has its place here, with what happened in plain
words and where to think on. `advice_on` is asked by the checks and by the lab's own messages.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """What happened, a clause that can follow "it failed:", and where to think on."""

    happened: str
    think: str


#: What the sandbox stops, by the beginning of its name; the first that fits counts.
_TWINS = (
    (r"random|secrets", "where a workflow gets random numbers that are the same in a replay."),
    (r"uuid|os\.urandom", "where a workflow gets an id that is the same in a replay."),
    (r"datetime|time\.(time|monotonic|perf_counter|localtime|gmtime)|date\b",
     "which clock a workflow can read and find the same time in a replay."),
    (r"time\.sleep", "how a workflow waits without holding up its worker: with a timer that the "
     "history records."),
    (r"os\.(environ|getenv)|os\.getenv", "whose environment a replay would read, on whichever "
     "machine it runs; the value can come in as an argument, or from an activity."),
    (r"threading|concurrent|multiprocessing|subprocess", "what a workflow may do itself, and what "
     "it leaves to an activity. Threads and processes are not its own to start."),
    (r"__builtins__\.(open|input)|open|input|io\.|pathlib|os\.|socket|ssl|urllib|http",
     "what a workflow may do itself, and what it leaves to an activity. The world outside "
     "answers differently in a replay."),
)  # fmt: skip

_FORBIDDEN = re.compile(r"Cannot access (?P<name>\S+) from inside a workflow")

#: Parts of names that the sandbox adds to what people write.
_ADDED = re.compile(r"^__builtins__\.|\.__\w+__$")


def advice_on(
    error_type: str, message: str, stack_trace: str = "", activities: Collection[str] = ()
) -> Advice | None:
    """Return what to say of an error that workflow code met, where the SDK's words mislead.

    Args:
        error_type: the name of the exception.
        message: its text.
        stack_trace: as the history keeps it.
        activities: the names of functions that are activities.
    """
    return (
        on_a_called_activity(error_type, stack_trace, activities)
        or _stopped_by_the_sandbox(error_type, message)
        or _asked_for_a_thread(error_type, stack_trace)
    )


def without_advice(message: str) -> str:
    """Return the first sentence of what the sandbox says; its own advice fits imports, not calls."""
    found = _FORBIDDEN.search(message)
    if not found:
        return message
    return f"Cannot access {_ADDED.sub('', found['name'])} from inside a workflow"


def on_a_called_activity(
    error_type: str, stack_trace: str, activities: Collection[str] = ()
) -> Advice | None:
    """Return what to say if the error arose in an activity that workflow code called itself."""
    frames = re.findall(r'File "(?P<path>[^"]+)", line \d+, in (?P<function>\w+)', stack_trace)
    for path, function in frames:
        given = re.search(r"workshop[\\/]orders[\\/]", path) and function != "run"
        if given or function in activities:
            return Advice(
                happened=f"run() called the activity {function} itself, as a plain function, and "
                f"that ended in {error_type}",
                think="which call asks Temporal for an activity, so that a worker runs it and the "
                "history records it.",
            )
    return None


def _stopped_by_the_sandbox(error_type: str, message: str) -> Advice | None:
    found = _FORBIDDEN.search(message)
    if error_type != "RestrictedWorkflowAccessError" or not found:
        return None
    name = found["name"]
    think = next(
        (thought for pattern, thought in _TWINS if re.match(pattern, name)),
        "what a workflow may do itself, and what it leaves to an activity.",
    )
    return Advice(
        happened=f"the sandbox stopped it: a workflow cannot use {_ADDED.sub('', name)}",
        think=think,
    )


def _asked_for_a_thread(error_type: str, stack_trace: str) -> Advice | None:
    if error_type != "NotImplementedError" or not re.search(
        r"in (to_thread|run_in_executor)\b", stack_trace
    ):
        return None
    return Advice(
        happened="it asked for a thread, and a workflow's event loop has none "
        "(NotImplementedError)",
        think="what a workflow may do itself, and what it leaves to an activity.",
    )
