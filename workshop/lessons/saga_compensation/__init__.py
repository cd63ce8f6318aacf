"""Lesson 04: a saga, from an undo in reverse to one that holds whatever happens."""

from workshop.lessons.saga_compensation.cancelled_saga import cancelled_saga
from workshop.lessons.saga_compensation.failed_undo import failed_undo
from workshop.lessons.saga_compensation.shielded_undo import shielded_undo
from workshop.lessons.saga_compensation.undo_in_reverse import undo_in_reverse
from workshop.lessons.saga_compensation.unheard_step import unheard_step

__all__ = [
    "EXERCISES",
    "cancelled_saga",
    "failed_undo",
    "shielded_undo",
    "undo_in_reverse",
    "unheard_step",
]

EXERCISES = (undo_in_reverse, unheard_step, cancelled_saga, shielded_undo, failed_undo)
