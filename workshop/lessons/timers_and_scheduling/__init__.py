"""Lesson 05: timers, people who take their time, work that never ends, and schedules."""

from workshop.lessons.timers_and_scheduling.checks import (
    a_day_to_answer,
    ask_back,
    nightly_report,
    points_account,
)

__all__ = ["a_day_to_answer", "ask_back", "nightly_report", "points_account"]
