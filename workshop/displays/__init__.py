"""How values look in a notebook. The values know nothing of it: each has its text, and no more.

::

    timeline.py    a history as a picture; rows.py: what is drawn, implied.py: what is not recorded,
                   axis.py: where, track.py: how, style.py: its colours, legend.py: what they mean
    ledger.py      what the shop knows of an order
    replay.py      where a history and the code part
    report.py      the verdict on an answer; text.py: its hints and its solution
    scorecard.py   the audit of a storm
    lab.py         the lab, with the link to the Web UI; help.py: what it and the shop can do
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

#: What is shown as HTML, and which module here has the ``as_html`` for it. Modules by name: opening
#: a lab would wait for all their imports.
DISPLAYS = {
    "workshop.history.event_history.History": "timeline",
    "workshop.shop.ledger.Ledger": "ledger",
    "workshop.replay.verdict.Replay": "replay",
    "workshop.exercises.engine.report.Report": "report",
    "workshop.exercises.engine.text.Text": "text",
    "workshop.chaos.scorecard.Scorecard": "scorecard",
    "workshop.lab.lab.Lab": "lab",
    "workshop.shop.help.Help": "help",
    "workshop.shop.client.Shop": "help",
}


def as_html(value: object) -> str:
    """Return how a notebook shows a value of a type in `DISPLAYS`."""
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    html: str = import_module(f"{__name__}.{DISPLAYS[name]}").as_html(value)
    return html


def register_displays(shell: Any) -> None:
    """Have an IPython shell show these values so."""
    formatter = shell.display_formatter.formatters["text/html"]
    for name in DISPLAYS:
        module, _, kind = name.rpartition(".")
        formatter.for_type_by_name(module, kind, as_html)
