"""Lesson 02: activities, from an error worth another attempt to work that survives a crash."""

from temporalio import workflow

# The sandbox imports this package when it imports the workflows in it.
with workflow.unsafe.imports_passed_through():
    from workshop.lessons.activities.checks import (
        four_timeouts,
        long_work,
        lost_answer,
        which_errors,
    )

__all__ = ["four_timeouts", "long_work", "lost_answer", "which_errors"]
