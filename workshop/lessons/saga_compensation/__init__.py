"""Lesson 05: steps that are undone when a later one fails."""

from workshop.lessons.saga_compensation.undo_in_reverse import undo_in_reverse
from workshop.lessons.saga_compensation.unheard_step import unheard_step

__all__ = [
    "EXERCISES",
    "undo_in_reverse",
    "unheard_step",
]

EXERCISES = (undo_in_reverse, unheard_step)
