"""Run by Python at the start of every kernel of `workshop lab` (PYTHONSTARTUP).

After a kernel's restart a learner goes on where the cursor is. Until the lab is open IPython would
say of ``%%module`` only that it is not found, and of ``lab`` that it is not defined; this says what
to do.
"""

import sys

if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()) is not None:
    _SAYS = (
        "No lab is open in this kernel yet: it has just been started. Run the first cell of the "
        "notebook, the one with `await open_lab()`, then this one again."
    )

    def _not_yet(_line: str, _cell: str) -> None:
        from IPython.core.error import UsageError

        raise UsageError(_SAYS)

    class _NoLab:
        """What `lab` is before the first cell has run."""

        def __getattr__(self, name: str) -> object:
            if name.startswith("_"):  # IPython looks at what a value can do
                raise AttributeError(name)
            from workshop.errors import LabError

            raise LabError(_SAYS)

        def __repr__(self) -> str:
            return _SAYS

    _shell.register_magic_function(_not_yet, "cell", "module")
    _shell.user_ns["lab"] = _NoLab()
    del _not_yet, _shell, _NoLab
