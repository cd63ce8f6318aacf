"""The activities that lessons are given, run one by one against the real shop."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from workshop.orders import (
    ALL_ACTIVITIES,
    CancelInput,
    InventoryInput,
    NotificationInput,
    OrderItem,
    PaymentInput,
    ShipmentInput,
    cancel_order_activity,
    cancel_shipment,
    create_order,
    create_shipment,
    process_payment,
    refund_payment,
    release_inventory,
    reserve_inventory,
    sample_order,
    send_notification,
)
from workshop.shop.client import Shop


def step(activity_id: str = "1", run_id: str = "run-1", **details: Any) -> ActivityEnvironment:
    """The surroundings of one activity of one workflow run."""
    environment = ActivityEnvironment()
    environment.info = replace(
        environment.info, activity_id=activity_id, workflow_run_id=run_id, **details
    )
    return environment


async def test_an_order_goes_through_every_step(shop: Shop, order_id: str) -> None:
    order = sample_order(order_id)
    assert await step("1").run(create_order, order) == order_id
    payment = await step("2").run(process_payment, PaymentInput(order_id, order.total))
    assert (payment.charge_id, payment.amount) == (f"{order_id}-charge-1", 4200)
    inventory = await step("3").run(reserve_inventory, InventoryInput(order_id, order.items))
    assert inventory.reservation_id == f"{order_id}-reservation-1"
    shipment = await step("4").run(create_shipment, ShipmentInput(order_id, "12 Mill Lane"))
    assert shipment.shipment_id == f"{order_id}-shipment-1"
    calls = shop.ledger(order_id).calls
    assert [call.operation for call in calls] == ["create_order", "charge", "reserve", "ship"]
    assert [call.with_key for call in calls] == [False, True, True, True]


async def test_the_undos_leave_nothing_over(shop: Shop, order_id: str) -> None:
    order = sample_order(order_id)
    await step("1").run(process_payment, PaymentInput(order_id, order.total))
    await step("2").run(reserve_inventory, InventoryInput(order_id, order.items))
    await step("3").run(create_shipment, ShipmentInput(order_id, "12 Mill Lane"))
    assert len(shop.ledger(order_id).leftovers) == 3
    await step("4").run(cancel_shipment, order_id)
    await step("5").run(release_inventory, order_id)
    await step("6").run(refund_payment, order_id)
    assert shop.ledger(order_id).leftovers == ()


async def test_the_undos_are_harmless_when_nothing_happened(shop: Shop, order_id: str) -> None:
    for undo in (cancel_shipment, release_inventory, refund_payment):
        await step().run(undo, order_id)
    assert shop.ledger(order_id).leftovers == ()


async def test_cancelling_an_order_undoes_and_refuses_what_comes_late(
    shop: Shop, order_id: str
) -> None:
    await step("1").run(process_payment, PaymentInput(order_id, 4200))
    await step("2").run(cancel_order_activity, CancelInput(order_id, "changed my mind"))
    assert shop.ledger(order_id).leftovers == ()
    with pytest.raises(ApplicationError) as refused:
        await step("3").run(process_payment, PaymentInput(order_id, 4200))
    assert (refused.value.type, refused.value.non_retryable) == ("OrderCancelled", True)


async def test_a_declined_payment_is_not_tried_again(shop: Shop, order_id: str) -> None:
    shop.decline("charge", order_id)
    with pytest.raises(ApplicationError) as declined:
        await step().run(process_payment, PaymentInput(order_id, 4200))
    assert (declined.value.type, declined.value.non_retryable) == ("PaymentDeclined", True)


async def test_what_is_sold_out_is_not_tried_again(shop: Shop, order_id: str) -> None:
    items = [OrderItem("golden_teapot", 1, 99000)]
    with pytest.raises(ApplicationError, match="golden_teapot: 0 left, 1 asked") as refused:
        await step().run(reserve_inventory, InventoryInput(order_id, items))
    assert (refused.value.type, refused.value.non_retryable) == ("OutOfStock", True)


async def test_a_request_that_makes_no_sense_is_not_tried_again(shop: Shop, order_id: str) -> None:
    with pytest.raises(ApplicationError, match="amount should be greater") as refused:
        await step().run(process_payment, PaymentInput(order_id, -1))
    assert (refused.value.type, refused.value.non_retryable) == ("BadRequest", True)


@pytest.mark.parametrize("status", [500, 503, 429, 408])
async def test_trouble_that_may_pass_is_left_to_the_retry_policy(
    shop: Shop, order_id: str, status: int
) -> None:
    shop.fail("charge", order_id, status=status, times=1)
    with pytest.raises(ApplicationError, match=f"the shop answered {status}") as trouble:
        await step().run(process_payment, PaymentInput(order_id, 4200))
    assert (trouble.value.type, trouble.value.non_retryable) == ("ShopUnavailable", False)
    await step().run(process_payment, PaymentInput(order_id, 4200))
    assert len(shop.ledger(order_id).open_charges) == 1


async def test_an_attempt_after_a_lost_answer_does_not_charge_again(
    shop: Shop, order_id: str
) -> None:
    shop.lose_answer("charge", order_id)
    with pytest.raises(httpx.TransportError):
        await step(attempt=1).run(process_payment, PaymentInput(order_id, 4200))
    payment = await step(attempt=2).run(process_payment, PaymentInput(order_id, 4200))
    assert payment.charge_id == f"{order_id}-charge-1"
    assert len(shop.ledger(order_id).charges) == 1


async def test_another_step_or_another_run_is_another_charge(shop: Shop, order_id: str) -> None:
    payment = PaymentInput(order_id, 4200)
    await step("1", "run-1").run(process_payment, payment)
    await step("2", "run-1").run(process_payment, payment)
    await step("1", "run-2").run(process_payment, payment)
    assert len(shop.ledger(order_id).charges) == 3


async def test_notifications_go_on_after_the_last_heartbeat(shop: Shop, order_id: str) -> None:
    everybody = NotificationInput(order_id, ["ada", "bob", "cy"], "Your order")
    sent = await step(heartbeat_details=[[f"{order_id}-mail-0"]]).run(send_notification, everybody)
    assert sent.mail_ids == [f"{order_id}-mail-0", f"{order_id}-mail-1", f"{order_id}-mail-2"]
    assert [mail.to for mail in shop.ledger(order_id).mails] == ["bob", "cy"]


async def test_a_mail_whose_heartbeat_was_lost_is_not_sent_twice(shop: Shop, order_id: str) -> None:
    everybody = NotificationInput(order_id, ["ada", "bob"], "Your order")
    beats: list[list[str]] = []
    environment = step()
    environment.on_heartbeat = lambda *details: beats.append(list(details[0]))
    sent = await environment.run(send_notification, everybody)
    again = await step(attempt=2).run(send_notification, everybody)
    assert again == sent
    assert beats == [sent.mail_ids[:1], sent.mail_ids]
    assert len(shop.ledger(order_id).mails) == 2


async def test_without_the_address_of_the_shop_an_activity_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WORKSHOP_SHOP_URL", raising=False)
    with pytest.raises(ApplicationError, match="WORKSHOP_SHOP_URL is not set") as missing:
        await step().run(refund_payment, "order-1")
    assert missing.value.non_retryable


def test_all_activities_have_the_names_lessons_use() -> None:
    assert [each.__name__ for each in ALL_ACTIVITIES] == [
        "create_order",
        "process_payment",
        "refund_payment",
        "reserve_inventory",
        "release_inventory",
        "create_shipment",
        "cancel_shipment",
        "cancel_order_activity",
        "send_notification",
    ]
