"""New cells in the learner's notebook."""

from __future__ import annotations


def put_below(source: str) -> bool:
    """Put a cell with this source below the one that runs; return whether there is a notebook."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or getattr(shell, "kernel", None) is None:
        return False
    shell.set_next_input(source)
    return True
