"""What a look at a waiting workflow found, as a value that prints as advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "workflow-task-fails",
    "workflow-task-runs",
    "no-worker",
    "activity-unregistered",
    "activity-retries",
    "activity-misfit",
    "activity-scheduled",
    "activity-runs",
    "waits",
    "waits-for-message",
    "continues-as-new",
    "server-silent",
    "server-answers",
]


@dataclass(frozen=True)
class Diagnosis:
    """Why a wait does not end yet.

    Args:
        kind: Which case it is.
        what: One sentence: what is the matter.
        evidence: What the server shows for it. May be empty.
        next_step: One thing to do next.
        can_move_by_itself: Whether the workflow may go on although nobody fixes anything.
        error_type: The type of the error that keeps it from going on, if there is one.
        thought: Where to look, for a reader who has no cell to run again and nothing to wait for.
    """

    kind: Kind
    what: str
    evidence: str
    next_step: str
    can_move_by_itself: bool
    error_type: str = ""
    thought: str = ""

    @property
    def is_calm(self) -> bool:
        """Whether nothing is wrong: the workflow waits or works as it was told to."""
        return self.kind in (
            "waits",
            "waits-for-message",
            "continues-as-new",
            "activity-scheduled",
            "activity-runs",
        )

    def __str__(self) -> str:
        return "\n  ".join(filter(None, (self.what, self.evidence, self.next_step)))
