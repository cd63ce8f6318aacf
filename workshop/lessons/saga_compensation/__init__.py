"""Lesson 04: a saga, from an undo in reverse to one that holds whatever happens."""

from workshop.lessons.saga_compensation.checks import (
    cancelled_saga,
    failed_undo,
    shielded_undo,
    undo_in_reverse,
    unheard_step,
)

__all__ = [
    "EXERCISES",
    "cancelled_saga",
    "failed_undo",
    "shielded_undo",
    "undo_in_reverse",
    "unheard_step",
]

EXERCISES = (undo_in_reverse, unheard_step, cancelled_saga, shielded_undo, failed_undo)
