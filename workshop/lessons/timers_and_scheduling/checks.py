"""The exercises of lesson 05, in their order; each has its checks in a module of its own."""

from workshop.lessons.timers_and_scheduling.checks_approval import a_day_to_answer
from workshop.lessons.timers_and_scheduling.checks_ask_back import ask_back
from workshop.lessons.timers_and_scheduling.checks_points import points_account
from workshop.lessons.timers_and_scheduling.checks_schedule import nightly_report

__all__ = ["a_day_to_answer", "ask_back", "nightly_report", "points_account"]
