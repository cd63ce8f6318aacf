"""The IPython side: the cell magic ``%%module``, the ■ button, ``asyncio.run`` in a cell."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def prepare_notebook() -> InteractiveShell | None:
    """Make the notebook that this process serves ready for a lab, and return its shell.

    Elsewhere do nothing, and return None.
    """
    if "IPython" not in sys.modules:  # programs and tests are spared its import
        return None
    from IPython.core.getipython import get_ipython

    from workshop.notebook.error_cards import show_cards
    from workshop.notebook.event_loop import allow_nested_run, keep_interruptible
    from workshop.notebook.module_magic import ModuleMagics, magic_first

    shell = get_ipython()
    if shell is None:
        return None
    shell.register_magics(ModuleMagics)
    if magic_first not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(magic_first)
    # IPython asks an error for its rendering. (`set_custom_exc` would do, but takes a cell that was
    # stopped for one that went well: Run All would go on.)
    asyncio.CancelledError._render_traceback_ = _stopped  # type: ignore[attr-defined]
    show_cards(shell)
    if getattr(shell, "kernel", None) is not None:
        keep_interruptible()
        allow_nested_run()
    return shell


def _stopped(_: asyncio.CancelledError) -> list[str]:
    """Return what is shown of a wait that ■ has ended: its frames lead nowhere."""
    return ["Stopped this cell only. What runs on the Temporal server goes on."]
