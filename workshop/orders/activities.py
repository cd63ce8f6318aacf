"""The activities that lessons are given: every step of an order, and the undo of each.

They are safe to run more than once, and an undo is harmless when its step never happened.
"""

from dataclasses import asdict
from typing import Any

from temporalio import activity

from workshop.orders import service
from workshop.orders.models import (
    CancelInput,
    InventoryInput,
    InventoryResult,
    NotificationInput,
    NotificationResult,
    OrderInput,
    PaymentInput,
    PaymentResult,
    ShipmentInput,
    ShipmentResult,
)


@activity.defn
async def create_order(order: OrderInput) -> str:
    """Create the order in the shop, or bring it up to date; returns its id."""
    activity.logger.info("Creating order %s", order.order_id)
    body = {"customer": order.customer, "items": [asdict(item) for item in order.items]}
    answer = await service.put(service.order_path(order.order_id), body)
    return str(answer["order_id"])


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    """Charge the customer. A declined payment fails with the type "PaymentDeclined", at once."""
    activity.logger.info("Charging %s cents for %s", payment.amount, payment.order_id)
    answer = await _post("/charges", payment.order_id, "charge", asdict(payment))
    return PaymentResult(answer["charge_id"], answer["amount"])


@activity.defn
async def refund_payment(order_id: str) -> None:
    """Give back what was charged for the order, if anything was."""
    activity.logger.info("Refunding %s", order_id)
    await _post(service.order_path(order_id, "refund"), order_id, "refund")


@activity.defn
async def reserve_inventory(inventory: InventoryInput) -> InventoryResult:
    """Reserve the goods. Too little stock fails with the type "OutOfStock", at once."""
    activity.logger.info("Reserving stock for %s", inventory.order_id)
    answer = await _post("/reservations", inventory.order_id, "reserve", asdict(inventory))
    return InventoryResult(answer["reservation_id"])


@activity.defn
async def release_inventory(order_id: str) -> None:
    """Put back on the shelf what is reserved for the order, if anything is."""
    activity.logger.info("Releasing the stock of %s", order_id)
    await _post(service.order_path(order_id, "release"), order_id, "release")


@activity.defn
async def create_shipment(shipment: ShipmentInput) -> ShipmentResult:
    """Send the goods."""
    activity.logger.info("Shipping %s", shipment.order_id)
    answer = await _post("/shipments", shipment.order_id, "ship", asdict(shipment))
    return ShipmentResult(answer["shipment_id"])


@activity.defn
async def cancel_shipment(order_id: str) -> None:
    """Call back the goods of the order, if they are under way."""
    activity.logger.info("Cancelling the shipment of %s", order_id)
    await _post(service.order_path(order_id, "cancel-shipment"), order_id, "cancel-shipment")


@activity.defn
async def cancel_order_activity(cancel: CancelInput) -> None:
    """Cancel the order for good: the shop refunds and releases, and refuses what comes late."""
    activity.logger.info("Cancelling order %s: %s", cancel.order_id, cancel.reason)
    body = {"reason": cancel.reason}
    await _post(service.order_path(cancel.order_id, "cancel"), cancel.order_id, "cancel", body)


@activity.defn
async def send_notification(notification: NotificationInput) -> NotificationResult:
    """Write to each recipient; a retry goes on after the last one a heartbeat told of."""
    details = activity.info().heartbeat_details
    mail_ids: list[str] = list(details[0]) if details else []
    for number in range(len(mail_ids), len(notification.recipients)):
        body = {
            "order_id": notification.order_id,
            "to": notification.recipients[number],
            "subject": notification.subject,
        }
        # The heartbeat of the last mail may not have arrived before a crash: the key still holds.
        answer = await _post("/mails", notification.order_id, f"mail-{number + 1}", body)
        mail_ids.append(answer["mail_id"])
        activity.heartbeat(mail_ids)
    return NotificationResult(mail_ids)


async def _post(
    path: str, order_id: str, step: str, body: dict[str, Any] | None = None
) -> dict[str, Any]:
    return await service.post(path, body or {}, key=service.idempotency_key(order_id, step))


ALL_ACTIVITIES = [
    create_order,
    process_payment,
    refund_payment,
    reserve_inventory,
    release_inventory,
    create_shipment,
    cancel_shipment,
    cancel_order_activity,
    send_notification,
]
"""For `Worker(activities=ALL_ACTIVITIES)`."""
