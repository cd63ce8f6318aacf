"""Lesson 03: activities, from an error worth another attempt to work that survives a crash."""

from temporalio import workflow

# The sandbox imports this package when it imports the workflows in it.
with workflow.unsafe.imports_passed_through():
    from workshop.lessons.activities.four_timeouts import four_timeouts
    from workshop.lessons.activities.long_work import long_work
    from workshop.lessons.activities.lost_answer import lost_answer
    from workshop.lessons.activities.which_errors import which_errors

__all__ = ["EXERCISES", "four_timeouts", "long_work", "lost_answer", "which_errors"]

EXERCISES = (which_errors, lost_answer, four_timeouts, long_work)
