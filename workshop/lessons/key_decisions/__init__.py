"""Lesson 12: the five decisions behind a workflow, and messages that come twice."""

from workshop.lessons.key_decisions.queue_consumer import queue_consumer

__all__ = [
    "EXERCISES",
    "queue_consumer",
]

EXERCISES = (queue_consumer,)
