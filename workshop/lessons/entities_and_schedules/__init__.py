"""Lesson 09: workflows that never end, and those that start by the clock."""

from workshop.lessons.entities_and_schedules.nightly_report import nightly_report
from workshop.lessons.entities_and_schedules.points_account import points_account

__all__ = [
    "EXERCISES",
    "nightly_report",
    "points_account",
]

EXERCISES = (points_account, nightly_report)
