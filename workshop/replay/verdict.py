"""`Replay`: what became of one history, and the table that says it, row by row."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.history import words
from workshop.replay.diff import Explanation, Row, place_of, source_of
from workshop.replay.recording import Line

#: Rows to show around the first difference: so many before it, so many after it.
BEFORE, AFTER = 6, 4
#: Rows to show of a history that replays.
HEAD = 12

SAME, DIFFERS = "=", "✗"
_NOT_REACHED = "(not reached)"
_NOTHING = "(nothing)"


@dataclass(frozen=True, repr=False)
class Replay:
    """What became of one history.

    ``ok`` is the SDK's verdict, and that the task after the recorded ones does not fail
    (``is_stuck``). The first row that ``differs`` is where it stopped; ``event`` is that event's
    number, ``line`` the line of code, ``said`` the SDK's own sentence. ``error`` is what the code
    raised, if that was it.
    """

    workflow_type: str
    ok: bool
    rows: Sequence[Row]
    explanation: Explanation | None = None
    said: str = ""
    error: str = ""
    error_line: Line | None = None
    is_stuck: bool = False

    @property
    def difference(self) -> Row | None:
        """The first row that differs."""
        return next((row for row in self.rows if row.differs), None)

    @property
    def event(self) -> int | None:
        """The number of the recorded event at which code and history part."""
        row = self.difference
        return row.recorded.event if row and row.recorded else None

    @property
    def line(self) -> Line | None:
        """The line of code that asks for something else; None where it is not known."""
        return self.error_line or (self.difference.line if self.difference else None)

    def __repr__(self) -> str:
        return as_text(self)


def heading(replay: Replay) -> str:
    """Return the verdict in one line."""
    if replay.ok:
        steps = words.plural(sum(row.recorded is not None for row in replay.rows), "step")
        return f"✓ {replay.workflow_type} · replays · {steps} the same"
    if replay.is_stuck:
        return f"✗ {replay.workflow_type} · replays, but its next task fails"
    where = f" · differs at event {replay.event}" if replay.event else ""
    return f"✗ {replay.workflow_type} · does not replay{where}"


def window(replay: Replay) -> tuple[str, Sequence[Row], str]:
    """Return what is left out before, the rows to show, what is left out after."""
    rows = replay.rows
    differs = next((place for place, row in enumerate(rows) if row.differs), None)
    if differs is None:
        begin = 0 if replay.ok else max(0, len(rows) - BEFORE)
        end = min(len(rows), begin + HEAD)
    else:
        begin, end = max(0, differs - BEFORE), min(len(rows), differs + 1 + AFTER)
    before = f"… {words.plural(begin, 'step')} before, the same" if begin else ""
    after = f"… {words.plural(len(rows) - end, 'step')} more" if end < len(rows) else ""
    return before, rows[begin:end], after


def cells(replay: Replay, rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield for each row its mark, event, recorded step, the code's step, the code's line."""
    reached = True
    for row in rows:
        reached = reached and not row.differs
        if row.asked:
            asked = str(row.asked)
        elif row.differs:
            asked = replay.error or _NOTHING
        elif replay.ok or (reached and row.recorded and row.recorded.optional):
            asked = "(not needed)"
        else:
            asked = _NOT_REACHED
        mark = DIFFERS if row.differs else SAME if row.asked and row.recorded else " "
        line = row.line or (replay.error_line if row.differs and not row.asked else None)
        yield (
            mark,
            str(row.recorded.event) if row.recorded else "",
            str(row.recorded) if row.recorded else "(the history ends here)",
            asked,
            place_of(line) if line else "",
        )


def as_text(replay: Replay) -> str:
    """Return the verdict, the table and the explanation."""
    before, rows, after = window(replay)
    table = [("", "event", "recorded", "your code now", ""), *cells(replay, rows)]
    widths = [max(len(row[column]) for row in table) for column in range(5)]
    lines = [heading(replay)]
    if before:
        lines.append(f"  {before}")
    for mark, event, recorded, asked, line in table:
        lines.append(
            f"  {mark:<1} {event:>{widths[1]}}  {recorded:<{widths[2]}}  "
            f"{asked:<{widths[3]}}  {line}".rstrip()
        )
    if after:
        lines.append(f"  {after}")
    lines += [
        textwrap.fill(said, 98, initial_indent="  ", subsequent_indent="  ")
        for said in said_of(replay)
    ]
    return "\n".join(lines)


def said_of(replay: Replay) -> Iterator[str]:
    """Yield why, where, what to do next, and the SDK's own words, each with its name before a colon."""
    if replay.ok or replay.explanation is None:
        return
    yield f"Why: {replay.explanation.why}"
    if replay.line:
        text = source_of(replay.line)
        yield f"Where: {place_of(replay.line)}" + (f": {text}" if text else "")
    yield f"Next: {replay.explanation.next_step}"
    if replay.said:
        yield f"The SDK says: {replay.said}"
