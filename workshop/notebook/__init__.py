"""The IPython side: the cell magic ``%%module``, the ■ button, ``asyncio.run`` in a cell."""

from __future__ import annotations

from IPython.core.getipython import get_ipython

from workshop.notebook.event_loop import allow_nested_run, keep_interruptible
from workshop.notebook.module_magic import ModuleMagics


def prepare_notebook() -> None:
    """Make the notebook that this process serves ready for a lab; elsewhere do nothing."""
    shell = get_ipython()
    if shell is None:
        return
    shell.register_magics(ModuleMagics)
    if getattr(shell, "kernel", None) is not None:
        keep_interruptible()
        allow_nested_run()
