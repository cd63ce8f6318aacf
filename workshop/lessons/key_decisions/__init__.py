"""Lesson 08: the decisions behind a platform of orders, its neighbours, and a platform under chaos."""

from workshop.lessons.key_decisions.checks_order_platform import order_platform

__all__ = ["EXERCISES", "order_platform"]

EXERCISES = (order_platform,)
