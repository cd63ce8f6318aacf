"""A replay's outcome as text and as HTML: the same table, the same words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from workshop.history import words
from workshop.replay.diff import Row, place_of, source_of

if TYPE_CHECKING:
    from workshop.replay.judge import Replay

#: Rows to show around the first difference: so many before it, so many after it.
BEFORE, AFTER = 6, 4
#: Rows to show of a history that replays.
HEAD = 12

_SAME, _DIFFERS = "=", "✗"
_NOT_REACHED = "(not reached)"
_NOTHING = "(nothing)"


def heading(replay: Replay) -> str:
    """Return the verdict in one line."""
    if replay.ok:
        steps = words.plural(sum(row.recorded is not None for row in replay.rows), "step")
        return f"✓ {replay.workflow_type} · replays · {steps} the same"
    if replay.is_stuck:
        return f"✗ {replay.workflow_type} · replays, but its next task fails"
    where = f" · differs at event {replay.event}" if replay.event else ""
    return f"✗ {replay.workflow_type} · does not replay{where}"


def _window(replay: Replay) -> tuple[str, Sequence[Row], str]:
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


def _cells(replay: Replay, rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str, str]]:
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
        mark = _DIFFERS if row.differs else _SAME if row.asked and row.recorded else " "
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
    before, rows, after = _window(replay)
    table = [("", "event", "recorded", "your code now", ""), *_cells(replay, rows)]
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
        for said in _said(replay)
    ]
    return "\n".join(lines)


def _said(replay: Replay) -> Iterator[str]:
    if replay.ok or replay.explanation is None:
        return
    yield f"Why: {replay.explanation.why}"
    if replay.line:
        text = source_of(replay.line)
        yield f"Where: {place_of(replay.line)}" + (f": {text}" if text else "")
    yield f"Next: {replay.explanation.next_step}"
    if replay.said:
        yield f"The SDK says: {replay.said}"


def as_html(replay: Replay) -> str:
    """Return the same as one self-contained `<div class="workshop-replay">`."""
    before, rows, after = _window(replay)
    body = "".join(
        f'<tr class="wrp-{"differs" if mark == _DIFFERS else "same" if mark == _SAME else "rest"}">'
        f"<td>{_mark(mark)}</td><td>{event}</td><td>{escape(recorded)}</td>"
        f"<td>{escape(asked)}</td><td>{escape(line)}</td></tr>"
        for mark, event, recorded, asked, line in _cells(replay, rows)
    )
    said = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
        for name, _, text in (each.partition(": ") for each in _said(replay))
    )
    return (
        f'{STYLE}<div role="group" class="workshop-replay wrp-{"ok" if replay.ok else "bad"}" '
        f'aria-label="{escape(heading(replay))}"><strong>{escape(heading(replay))}</strong>'
        f"{_note(before)}<table><thead><tr>"
        '<td></td><th scope="col">event</th><th scope="col">recorded</th>'
        '<th scope="col">your code now</th><th scope="col">line</th>'
        f"</tr></thead><tbody>{body}</tbody></table>{_note(after)}"
        f"{f'<dl>{said}</dl>' if said else ''}</div>"
    )


def _mark(mark: str) -> str:
    said = {_DIFFERS: "differs", _SAME: "the same"}.get(mark, "")
    return f'<span title="{said}" aria-label="{said}">{mark}</span>' if said else ""


def _note(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


# A class named twice in a selector outweighs JupyterLab's rule that aligns cells to the right.
STYLE = """<style>
.workshop-replay {
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left-width: 5px; border-radius: 3px;
  padding: 8px 14px; max-width: 66em; overflow-x: auto;
  color: var(--jp-content-font-color1, inherit); font-size: var(--jp-content-font-size1, 14px);
}
.workshop-replay.wrp-ok { border-left-color: var(--jp-success-color1, #2e7d32); }
.workshop-replay.wrp-bad { border-left-color: var(--jp-error-color1, #c62828); }
.workshop-replay table { border-collapse: collapse; margin: 6px 0; color: inherit; }
.workshop-replay.workshop-replay th, .workshop-replay.workshop-replay td { text-align: left; padding: 2px 12px 2px 0; }
.workshop-replay th { font-weight: 600; color: var(--jp-content-font-color2, #616161); }
.workshop-replay tr.wrp-differs td {
  font-weight: bold; border-top: 2px solid var(--jp-error-color1, #c62828);
  border-bottom: 2px solid var(--jp-error-color1, #c62828);
}
.workshop-replay p { margin: 4px 0; color: var(--jp-content-font-color2, #616161); }
.workshop-replay dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 4px 0; }
.workshop-replay dt { margin: 0; padding: 0; font-weight: 600; color: var(--jp-content-font-color2, #616161); }
.workshop-replay dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
</style>"""
