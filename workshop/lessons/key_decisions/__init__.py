"""Lesson 08: the decisions behind a platform of orders, its neighbours, and a platform under chaos."""

from workshop.lessons.key_decisions.circuit_breaker import circuit_breaker
from workshop.lessons.key_decisions.order_platform import order_platform
from workshop.lessons.key_decisions.queue_consumer import queue_consumer

__all__ = ["EXERCISES", "circuit_breaker", "order_platform", "queue_consumer"]

EXERCISES = (queue_consumer, circuit_breaker, order_platform)
