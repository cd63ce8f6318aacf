"""Lesson 06: how a cancel travels, and a saga that undoes because of one."""

from workshop.lessons.saga_cancellation.cancelled_saga import cancelled_saga

__all__ = [
    "EXERCISES",
    "cancelled_saga",
]

EXERCISES = (cancelled_saga,)
