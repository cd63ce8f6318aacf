"""What lessons are given: the data classes and activities of the shop's orders.

A workflow module imports them past the sandbox, because they use the network (httpx) and because a
data class must be the same class inside and outside of it:

    with workflow.unsafe.imports_passed_through():
        from workshop.orders import OrderInput, OrderResult, process_payment
"""

from workshop.orders.activities import (
    ALL_ACTIVITIES,
    cancel_order_activity,
    cancel_shipment,
    create_order,
    create_shipment,
    process_payment,
    refund_payment,
    release_inventory,
    reserve_inventory,
    send_notification,
)
from workshop.orders.models import (
    CancelInput,
    InventoryInput,
    InventoryResult,
    NotificationInput,
    NotificationResult,
    OrderInput,
    OrderItem,
    OrderResult,
    PaymentInput,
    PaymentResult,
    PlatformOrder,
    ShipmentInput,
    ShipmentResult,
)
from workshop.orders.sample import sample_order

__all__ = [
    "ALL_ACTIVITIES",
    "CancelInput",
    "InventoryInput",
    "InventoryResult",
    "NotificationInput",
    "NotificationResult",
    "OrderInput",
    "OrderItem",
    "OrderResult",
    "PaymentInput",
    "PaymentResult",
    "PlatformOrder",
    "ShipmentInput",
    "ShipmentResult",
    "cancel_order_activity",
    "cancel_shipment",
    "create_order",
    "create_shipment",
    "process_payment",
    "refund_payment",
    "release_inventory",
    "reserve_inventory",
    "sample_order",
    "send_notification",
]
