"""Lesson 07: tests of workflows and activities, judged by wrong code that they have to notice."""

from workshop.lessons.testing.checks import (
    activity_alone,
    day_in_a_test,
    mocked_order,
    never_hangs,
    recorded_histories,
)

__all__ = [
    "EXERCISES",
    "activity_alone",
    "day_in_a_test",
    "mocked_order",
    "never_hangs",
    "recorded_histories",
]

EXERCISES = (mocked_order, never_hangs, day_in_a_test, activity_alone, recorded_histories)
