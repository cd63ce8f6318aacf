"""Lesson 02: queries, signals and updates, and a cancel that loses nothing."""

from workshop.lessons.messages.cancel_signal import cancel_signal
from workshop.lessons.messages.change_update import change_update
from workshop.lessons.messages.status_query import status_query

__all__ = [
    "EXERCISES",
    "cancel_signal",
    "change_update",
    "status_query",
]

EXERCISES = (status_query, cancel_signal, change_update)
