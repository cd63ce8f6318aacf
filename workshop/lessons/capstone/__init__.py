"""Lesson 14: an order platform that stands up to chaos."""

from workshop.lessons.capstone.order_platform import order_platform

__all__ = [
    "EXERCISES",
    "order_platform",
]

EXERCISES = (order_platform,)
