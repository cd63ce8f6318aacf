"""The course panel in JupyterLab: what the Jupyter server tells it. The panel's own source is in
``panel/``, its bundle in ``labextension/`` here.

::

    course.py      the course as a learner has it: lessons, what is done, what is next
    answers.py     one exercise's cells: as it came, mine, ours, and their difference
    handlers.py    the addresses under which the panel asks for them

It runs inside the Jupyter server, which is there for as long as a learner works: it loads neither
the SDK nor the exercises.
"""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workshop.panel"}]


def _load_jupyter_server_extension(server: Any) -> None:
    from workshop.panel.handlers import add_handlers

    add_handlers(server)
