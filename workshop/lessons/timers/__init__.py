"""Lesson 05: timers, people who take their time, work that never ends, and schedules."""

from workshop.lessons.timers_and_scheduling.a_day_to_answer import a_day_to_answer
from workshop.lessons.timers_and_scheduling.ask_back import ask_back
from workshop.lessons.timers_and_scheduling.nightly_report import nightly_report
from workshop.lessons.timers_and_scheduling.points_account import points_account

__all__ = ["EXERCISES", "a_day_to_answer", "ask_back", "nightly_report", "points_account"]

EXERCISES = (a_day_to_answer, ask_back, points_account, nightly_report)
