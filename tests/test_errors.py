"""What a notebook shows when the lab cannot do something: the message, not the kit's frames."""

from __future__ import annotations

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

SOURCE = "from workshop.errors import LabError\nraise LabError('No tea. Put the kettle on.')"


def test_the_kits_own_frames_are_not_shown() -> None:
    with capture_output() as captured:
        InteractiveShell.instance().run_cell(SOURCE)
    assert captured.stdout == "LabError: No tea. Put the kettle on.\n"
