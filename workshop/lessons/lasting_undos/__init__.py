"""Lesson 07: undos that nothing stops, and the one that can't be done."""

from workshop.lessons.lasting_undos.failed_undo import failed_undo
from workshop.lessons.lasting_undos.shielded_undo import shielded_undo

__all__ = [
    "EXERCISES",
    "failed_undo",
    "shielded_undo",
]

EXERCISES = (shielded_undo, failed_undo)
