"""What goes into the course's activities and what comes out: one data class each, as JSON.

One input class an activity, so that a field can be added later without breaking a running workflow.
Money is in integer cents. Only the standard library is imported: a workflow may hold these.
"""

from dataclasses import dataclass


@dataclass
class OrderItem:
    """So many of one sku, at `unit_price` cents each."""

    sku: str
    quantity: int
    unit_price: int


@dataclass
class OrderInput:
    """An order as the customer placed it."""

    order_id: str
    customer: str
    items: list[OrderItem]

    @property
    def total(self) -> int:
        """What the items cost together, in cents."""
        return sum(item.quantity * item.unit_price for item in self.items)


@dataclass
class PlatformOrder:
    """An order for an order platform: a large one has `approval_seconds` to be approved."""

    order: OrderInput
    approval_seconds: float


@dataclass
class OrderResult:
    """What became of the order: "completed", "cancelled", …"""

    order_id: str
    status: str


@dataclass
class PaymentInput:
    """Charge `amount` cents for the order."""

    order_id: str
    amount: int


@dataclass
class PaymentResult:
    """The charge that was made, in cents."""

    charge_id: str
    amount: int


@dataclass
class InventoryInput:
    """Reserve these items for the order."""

    order_id: str
    items: list[OrderItem]


@dataclass
class InventoryResult:
    """The reservation that was made."""

    reservation_id: str


@dataclass
class ShipmentInput:
    """Send the order's goods to this address."""

    order_id: str
    address: str


@dataclass
class ShipmentResult:
    """The shipment that is under way."""

    shipment_id: str


@dataclass
class CancelInput:
    """Cancel the order for this reason."""

    order_id: str
    reason: str


@dataclass
class NotificationInput:
    """Write to each recipient about the order."""

    order_id: str
    recipients: list[str]
    subject: str


@dataclass
class NotificationResult:
    """The mails that were sent, in the order of the recipients."""

    mail_ids: list[str]
