"""Lesson 01: a workflow, from its first step to a cancel that loses nothing."""

from workshop.lessons.workflow_definition.cancel_signal import cancel_signal
from workshop.lessons.workflow_definition.first_step import first_step
from workshop.lessons.workflow_definition.parallel_steps import parallel_steps
from workshop.lessons.workflow_definition.retry_policy import retry_policy
from workshop.lessons.workflow_definition.status_query import status_query

__all__ = [
    "EXERCISES",
    "cancel_signal",
    "first_step",
    "parallel_steps",
    "retry_policy",
    "status_query",
]

EXERCISES = (first_step, retry_policy, parallel_steps, status_query, cancel_signal)
