"""A storm is drawn from its seed and nothing else."""

from __future__ import annotations

from dataclasses import replace

from workshop.chaos.plan import LARGE, OrderPlan, storm_of
from workshop.chaos.strikes import Moment, Strike, as_text, from_text


def calm(plan: OrderPlan) -> OrderPlan:
    return replace(plan, killed_at=None)


def test_a_seed_is_the_same_storm_each_time_and_another_seed_another() -> None:
    assert storm_of(17, 50) == storm_of(17, 50)
    assert storm_of(17, 50).orders != storm_of(18, 50).orders


def test_an_order_meets_the_same_trouble_among_few_and_among_many() -> None:
    few, many = storm_of(17, 10), storm_of(17, 200)
    assert [*map(calm, few.orders)] == [*map(calm, many.orders[:10])]


def test_a_storm_has_every_sort_of_trouble() -> None:
    storm = storm_of(1, 200)
    assert all(count > 0 for _, count in storm.forecast()), storm.forecast()
    assert storm.down_for > 0
    assert any(order.answer and order.answer.approved for order in storm.orders)
    assert any(not order.faults and not order.strikes for order in storm.orders)


def test_only_large_orders_are_answered_and_only_they_need_it() -> None:
    for plan in storm_of(2, 200).orders:
        assert plan.is_large == (plan.order("order-17").total > LARGE)
        assert plan.answer is None or plan.is_large


def test_strikes_reach_a_worker_as_text() -> None:
    strikes = {"order-17": (Strike("cancel", Moment("3", "before")),), "order-18": ()}
    assert from_text(as_text(strikes)) == {"order-17": [Strike("cancel", Moment("3", "before"))]}


def test_a_plan_tells_its_story_in_words() -> None:
    plan = OrderPlan("teapots for a hotel", killed_at=Moment("3", "after"), cancelled_after=0.5)
    assert plan.story() == [
        "it is large and nobody approves it",
        "the customer cancels after 0.5 s",
        "the worker is killed at the end of its activity number 3",
    ]
