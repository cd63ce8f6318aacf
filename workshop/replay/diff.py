"""Where and why a history does not replay: recorded steps and the code's, side by side.

The SDK's replay is the judge. It matches the code's commands with the recorded ones first in, first
out, and so does this; the first pair that does not match is where it stopped.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from temporalio.client import WorkflowHistory

from workshop.replay.messages import UPDATE
from workshop.replay.recording import Line, Recording
from workshop.replay.step import END, Step
from workshop.replay.steps import asked_steps, recorded_steps


@dataclass(frozen=True)
class Row:
    """A recorded step and what the code asks for in its place; either may be missing."""

    recorded: Step | None
    asked: Step | None
    differs: bool = False

    @property
    def line(self) -> Line | None:
        """The line that asked."""
        return self.asked.line if self.asked else None


@dataclass(frozen=True)
class Explanation:
    """What is the matter, in a few sentences, and what to do."""

    why: str
    next_step: str


def aligned(history: WorkflowHistory, recording: Recording) -> list[Row]:
    """Return the steps in their order; at most one row differs, and only if the SDK says so."""
    recorded = recorded_steps(history.events)
    asked = asked_steps(recording.commands)
    rows: list[Row] = []
    for place, step in enumerate(recorded):
        found = _counterpart(step, asked)
        if found is not None:
            rows.append(Row(step, asked.pop(found)))
        elif step.optional:
            rows.append(Row(step, None))
        elif recording.verdict is None:  # histories of older SDKs are compared less strictly
            alike = next((i for i, each in enumerate(asked) if each.kind == step.kind), None)
            rows.append(Row(step, None if alike is None else asked.pop(alike)))
        else:
            instead = next((each for each in asked if not each.optional), None)
            rows.append(Row(step, instead, differs=True))
            return rows + [Row(later, None) for later in recorded[place + 1 :]]
    return rows + [Row(None, each) for each in asked if not each.optional]


#: What the SDK finds by name, number or id; the rest it takes in order.
_FOUND = ("patch", "local activity", UPDATE)


def _counterpart(step: Step, asked: Sequence[Step]) -> int | None:
    """Return the place of the command that the SDK takes for the recorded step."""
    if step.kind in _FOUND:
        same = (place for place, each in enumerate(asked) if each.matches(step))
        return next(same, None)
    for place, each in enumerate(asked):
        if each.matches(step):
            return place
        if each.kind not in _FOUND and not each.optional:
            return None
    return None


def explain(rows: Sequence[Row], recording: Recording) -> Explanation:
    """Say in words why the first row that differs does."""
    if recording.error and recording.verdict is None:
        return Explanation(
            f"What is recorded replays. In the task after it your code raised {recording.error}: "
            "the workflow is stuck, Temporal retries that task again and again.",
            "Fix that line. With a worker that has the new code, the workflow goes on.",
        )
    if recording.error:
        return Explanation(
            f"Your code raised {recording.error}. It never came to the next recorded step.",
            "Fix that line, then replay again.",
        )
    place = next((place for place, row in enumerate(rows) if row.differs), None)
    if place is None:
        return Explanation(
            "The steps have the same order and names. The SDK found another difference:",
            f"It says: {sentence(recording)}.",
        )
    recorded, asked = rows[place].recorded, rows[place].asked
    assert recorded is not None
    later = [row.recorded for row in rows[place + 1 :] if row.recorded]
    return _explanation(recorded, asked, later)


_PATCH = (
    "Runs that have already started need the old steps: keep them beside the new ones with "
    "workflow.patched, or let these runs end on the old code."
)


def _explanation(recorded: Step, asked: Step | None, later: Sequence[Step]) -> Explanation:
    here = f"The history goes on with {recorded} (event {recorded.event})."
    if recorded.kind == "patch":
        return Explanation(
            f"This run went through workflow.patched({recorded.name!r}) (event {recorded.event}). "
            "Your code does not call it here any more.",
            f"Keep workflow.deprecate_patch({recorded.name!r}) until no such run is left.",
        )
    if asked is None:
        return Explanation(
            f"{here} Your code asks for nothing here: the step is gone, or your code waits for "
            "something that does not come.",
            _PATCH,
        )
    if asked.kind == END:
        return Explanation(f"{here} In your code {asked}: a step at the end is gone.", _PATCH)
    if recorded.kind == END:
        return Explanation(
            f"In the history {recorded} here (event {recorded.event}). Your code asks for one "
            f"more step, {asked}.",
            _PATCH,
        )
    if asked.looks_like(recorded):
        return Explanation(
            f"Both ask for {asked}, but under another id. An id has to be the same in every "
            "replay.",
            "Leave the id out, or make it from the workflow's input or workflow.uuid4().",
        )
    if asked.name and asked.name == recorded.name:
        return Explanation(
            f"{here} Your code asks for {asked}: the name is the same, the command is not.", _PATCH
        )
    again = next((step for step in later if step.looks_like(asked)), None)
    if again:
        return Explanation(
            f"{here} Your code asks for {asked}, which the history has later, at event "
            f"{again.event}: the order has changed, or the step between is gone.",
            _PATCH,
        )
    return Explanation(
        f"{here} Your code asks for {asked}, which this history has nowhere from here on: the "
        "step is new here, or took the place of the old one.",
        _PATCH,
    )


def sentence(recording: Recording) -> str:
    """Return the SDK's verdict in its own words, without its inside."""
    found = re.search(r'\[TMPRL\d+\][^"\n]*', str(recording.verdict))
    said = found.group() if found else str(recording.verdict).partition("\n")[0]
    return said[:300].rstrip(". ")


def place_of(line: Line) -> str:
    """Return "order.py, line 12"."""
    return f"{Path(line.file).name}, line {line.number}"


def source_of(line: Line) -> str:
    """Return the text of the line, or nothing where the file cannot be read."""
    return linecache.getline(line.file, line.number).strip()
