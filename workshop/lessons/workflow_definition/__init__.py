"""Lesson 01: a workflow, from its first step to a cancel that loses nothing."""

from workshop.lessons.workflow_definition.checks import (
    cancel_signal,
    first_step,
    parallel_steps,
    retry_policy,
    status_query,
)

__all__ = ["cancel_signal", "first_step", "parallel_steps", "retry_policy", "status_query"]
