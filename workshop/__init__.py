"""A course in durable execution with Temporal and Python, taken inside JupyterLab.

A notebook needs one name from here::

    from workshop import open_lab

    lab = await open_lab()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.lab.lab import Lab

__all__ = ["open_lab"]


async def open_lab() -> Lab:
    """Open the lab: attach to the one that runs for this workspace, or start an embedded one.

    See `workshop.lab.opening.open_lab`. In a notebook, the cell magic ``%%module`` is registered too
    and the ■ button made to stop a waiting cell. All is imported only here because the workflow
    sandbox imports this package for every run of a workflow that uses it, and must find it light.
    """
    from workshop.lab.opening import open_lab

    lab = await open_lab()
    from workshop.displays import register_displays
    from workshop.notebook import prepare_notebook

    if shell := prepare_notebook():
        register_displays(shell)
    return lab
