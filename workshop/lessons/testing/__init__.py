"""Lesson 11: tests of workflows and activities, judged by wrong code that they have to notice."""

from workshop.lessons.testing.activity_alone import activity_alone
from workshop.lessons.testing.day_in_a_test import day_in_a_test
from workshop.lessons.testing.mocked_order import mocked_order
from workshop.lessons.testing.never_hangs import never_hangs
from workshop.lessons.testing.recorded_histories import recorded_histories

__all__ = [
    "EXERCISES",
    "activity_alone",
    "day_in_a_test",
    "mocked_order",
    "never_hangs",
    "recorded_histories",
]

EXERCISES = (mocked_order, never_hangs, day_in_a_test, activity_alone, recorded_histories)
