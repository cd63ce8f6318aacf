"""Run by Python at the start of every kernel of `workshop lab` (PYTHONSTARTUP).

After a kernel's restart a learner goes on where the cursor is. Until the lab is open IPython would
say of ``%%module`` only that it is not found; this says what to do.
"""

import sys

if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()) is not None:

    def _not_yet(_line: str, _cell: str) -> None:
        from IPython.core.error import UsageError

        raise UsageError(
            "No lab is open in this kernel. Run the cell with `await open_lab()` first, then this "
            "one again."
        )

    _shell.register_magic_function(_not_yet, "cell", "module")
    del _not_yet
    del _shell
