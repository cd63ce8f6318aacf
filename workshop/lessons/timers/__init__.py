"""Lesson 08: timers, and people who take their time."""

from workshop.lessons.timers.a_day_to_answer import a_day_to_answer
from workshop.lessons.timers.ask_back import ask_back

__all__ = [
    "EXERCISES",
    "a_day_to_answer",
    "ask_back",
]

EXERCISES = (a_day_to_answer, ask_back)
