"""What the shapes of a timeline mean."""

from __future__ import annotations

_SHAPES = (
    ('<rect class="wtl-good" x="2" y="5" width="40" height="12" rx="2"/>', "a step that completed"),
    ('<rect class="wtl-bad" x="2" y="5" width="40" height="12" rx="2"/>', "a step that failed"),
    (
        '<line class="wtl-backoff" x1="2" x2="42" y1="11" y2="11"/>'
        '<rect class="wtl-bad" x="2" y="5" width="4" height="12" rx="2"/>'
        '<rect class="wtl-bad" x="16" y="5" width="4" height="12" rx="2"/>'
        '<rect class="wtl-good" x="36" y="5" width="6" height="12" rx="2"/>',
        "attempts that failed, the waits between them, and the last attempt. A history records only "
        "the last one; the others are drawn where the retry policy puts them",
    ),
    (
        '<rect class="wtl-open" x="2" y="5" width="40" height="12" rx="2"/>',
        "not finished yet",
    ),
    ('<rect class="wtl-stopped" x="2" y="5" width="40" height="12" rx="2"/>', "cancelled"),
    (
        '<line class="wtl-wait" x1="4" x2="40" y1="11" y2="11"/>'
        '<circle class="wtl-wait" cx="4" cy="11" r="4"/><circle class="wtl-dot" cx="40" cy="11" r="4"/>',
        "a timer, from its start to the moment it fires",
    ),
    ('<path class="wtl-dot" d="M22 5 l6 6 l-6 6 l-6 -6z"/>', "a moment: a signal, a marker"),
    (
        '<path class="wtl-stopped" d="M22 5 l6 6 l-6 6 l-6 -6z"/>',
        "a request to cancel, or a worker that is gone: another one took over",
    ),
    (
        '<rect class="wtl-nobody" x="2" y="5" width="40" height="12" rx="2"/>',
        "waiting for a worker: nobody was there to take it",
    ),
    (
        '<rect class="wtl-break" x="2" y="0" width="40" height="22"/>',
        "// 24h // a long wait in which nothing happened, drawn shorter. After it the scale starts "
        "again: +100ms is 100 milliseconds later",
    ),
    (
        '<rect class="wtl-quiet" x="2" y="9" width="40" height="4" rx="2"/>',
        "workflow tasks: when a worker ran the workflow's own code",
    ),
)

LEGEND = (
    '<ul class="wtl-legend">'
    + "".join(
        f'<li><svg width="44" height="22" aria-hidden="true">{shape}</svg><span>{meaning}</span></li>'
        for shape, meaning in _SHAPES
    )
    + "</ul><p>For the details of a row, click it, or go to it with Tab and press Enter.</p>"
)
