"""Lesson 01: a workflow, its steps, and what happens when one of them fails."""

from workshop.lessons.workflow_definition.first_step import first_step
from workshop.lessons.workflow_definition.parallel_steps import parallel_steps
from workshop.lessons.workflow_definition.retry_policy import retry_policy

__all__ = [
    "EXERCISES",
    "first_step",
    "parallel_steps",
    "retry_policy",
]

EXERCISES = (first_step, retry_policy, parallel_steps)
