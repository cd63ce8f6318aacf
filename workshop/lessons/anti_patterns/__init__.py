"""Lesson 10: what a workflow must not do, who catches it, and how to change one that runs."""

from temporalio import workflow

# The sandbox imports this package when it imports the workflows in it.
with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.rescue_orders import rescue_orders
    from workshop.lessons.anti_patterns.retire_patch import retire_patch
    from workshop.lessons.anti_patterns.same_every_time import same_every_time

__all__ = ["EXERCISES", "rescue_orders", "retire_patch", "same_every_time"]

EXERCISES = (same_every_time, rescue_orders, retire_patch)
