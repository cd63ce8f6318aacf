"""Errors whose message is all that a learner needs."""

from __future__ import annotations


class LabError(RuntimeError):
    """Something the lab cannot do; the message names it, what was found, and the next step.

    In a notebook only the message is shown: the frames between the cell and the place that raised
    it are the kit's own and would push the message off the screen.
    """

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of the traceback."""
        return [f"{type(self).__name__}: {self}"]
