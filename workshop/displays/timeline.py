"""A history as a picture: HTML and SVG, no script, nothing to fetch, one `<figure>` around it all.

Each row is a `<details>`: with a click, or with the keyboard, it says all that is known of its step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from html import escape

from workshop.displays.axis import Axis, Tick, make_axis
from workshop.displays.legend import LEGEND
from workshop.displays.rows import SIGNS, Bar, Row, rows
from workshop.displays.style import STYLE
from workshop.displays.track import WIDTH, scale, track
from workshop.history import History, words
from workshop.history.text import as_text

_TEXT_LINES = 200

#: Bars of one row whose titles its details have.
_TITLES = 20

#: The longest call, in characters, that stands in a row with its arguments.
_NAME = 28


def as_html(history: History) -> str:
    """Return the timeline as one self-contained `<figure class="workshop-timeline">`."""
    if not history.events:
        return "<p>no events</p>"
    shown, left_out = rows(history)
    axis = make_axis(_moments(shown, history), 0.0, WIDTH)
    ticks = axis.ticks()
    note = (
        f'<p class="wtl-note">{left_out} more are not drawn: this history is long. '
        "The picture keeps failures first and an even choice of the rest; the model has them all.</p>"
        if left_out
        else ""
    )
    return (
        f'<figure class="workshop-timeline" data-workflow-id="{escape(history.workflow_id)}" '
        f'aria-label="{escape(_summary(history))}"><style>{STYLE}</style>'
        f"<figcaption>{_caption(history)}</figcaption>"
        f'<div class="wtl-head">{scale(axis, ticks)}</div>'
        f"{''.join(_row(row, axis, ticks) for row in shown)}{note}"
        f'<details class="wtl-more"><summary>How to read this</summary>{LEGEND}</details>'
        f'<details class="wtl-more"><summary>As text</summary><pre>{escape(_text(history))}</pre>'
        "</details></figure>"
    )


def _moments(shown: list[Row], history: History) -> Iterator[datetime]:
    yield history.started_at
    yield history.last_event_at
    for row in shown:
        for bar in row.bars:
            yield bar.start
            if bar.end:
                yield bar.end
            if bar.last_start:
                yield bar.last_start
            for attempt in bar.attempts:
                yield from attempt
            if bar.nobody_until:
                yield bar.nobody_until


def _caption(history: History) -> str:
    length = words.span(history.last_event_at - history.started_at)
    so_far = "" if history.closed_event else " so far"
    # Elsewhere the workflow's clock and the one on the wall show the same.
    clock = " on the workflow's clock: time was skipped" if history.time_skips else ""
    return (
        f"<b>{escape(history.workflow_type)}</b> · {escape(history.status)} · "
        f"{escape(history.workflow_id)} · {length}{so_far}{clock}"
    )


def _summary(history: History) -> str:
    """Say in one sentence what the picture shows, for those who cannot see it."""
    counted: dict[str, list[str]] = {
        "activity": [run.status for run in history.activities],
        "timer": [timer.status for timer in history.timers],
        "signal": ["received" for _ in history.signals],
        "update": [update.status for update in history.updates],
        "child workflow": [child.status for child in history.children],
        "Nexus operation": [operation.status for operation in history.nexus_operations],
        "workflow task": [task.status for task in history.workflow_tasks],
    }
    parts = [
        f"{words.plural(len(statuses), thing)} "
        f"({', '.join(f'{count} {status}' for status, count in Counter(statuses).items())})"
        for thing, statuses in counted.items()
        if statuses
    ]
    return f"Timeline of workflow {history.workflow_type}, {history.status}: {', '.join(parts)}."


def _text(history: History) -> str:
    lines = as_text(history).splitlines()
    rest = len(lines) - _TEXT_LINES
    return "\n".join([*lines[:_TEXT_LINES], *([f"  … and {rest} more lines"] if rest > 0 else [])])


def _row(row: Row, axis: Axis, ticks: list[Tick]) -> str:
    worst = next((bar.state for bar in row.bars if bar.state in ("bad", "open")), "good")
    sign = (
        SIGNS[row.bars[0].state] + " "
        if len(row.bars) == 1 and row.kind not in ("workflow tasks", "worker")
        else ""
    )
    return (
        f'<details class="wtl-row"><summary><span class="wtl-kind">{escape(row.kind)}</span>'
        f'<span class="wtl-name">{escape(_short(row.name))}</span>{track(row, axis, ticks)}'
        f'<span class="wtl-said wtl-said-{worst}">{escape(words.cut(sign + row.outcome, 90))}</span>'
        f"</summary><pre>{escape(_in_full(row, axis.start))}</pre></details>"
    )


def _short(name: str) -> str:
    """Leave the arguments of a long call to the row's details."""
    called, bracket, _ = name.partition("(")
    return f"{called}(…)" if bracket and len(name) > _NAME else name


def _in_full(row: Row, start: datetime) -> str:
    titles = [f"{bar.title}\n{_when(bar, start)}" for bar in row.bars[:_TITLES]]
    rest = len(row.bars) - _TITLES
    return "\n\n".join([*titles, *([f"… and {rest} more"] if rest > 0 else [])])


def _when(bar: Bar, start: datetime) -> str:
    began = f"{words.span(bar.start - start)} after the start"
    return f"{began}, for {words.span(bar.end - bar.start)}" if bar.end else began
