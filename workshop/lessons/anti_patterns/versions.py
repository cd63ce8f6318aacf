"""The versions of the shop's order that checks deploy one after the other.

Each is named ``OrderWorkflow``, as they would be in one file that is edited. The lesson's cells
show the same code.
"""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        ShipmentInput,
        create_order,
        create_shipment,
        process_payment,
        reserve_inventory,
    )

LIMIT = timedelta(seconds=30)


class _Steps:
    """The steps that the versions put together."""

    def __init__(self) -> None:
        self._packed = False

    async def _create(self, order: OrderInput) -> None:
        await workflow.execute_activity(create_order, order, start_to_close_timeout=LIMIT)

    async def _reserve(self, order: OrderInput) -> None:
        await workflow.execute_activity(
            reserve_inventory,
            InventoryInput(order.order_id, order.items),
            start_to_close_timeout=LIMIT,
        )

    async def _pay(self, order: OrderInput) -> None:
        await workflow.execute_activity(
            process_payment,
            PaymentInput(order.order_id, order.total),
            start_to_close_timeout=LIMIT,
        )

    async def _send_when_packed(self, order: OrderInput) -> OrderResult:
        await workflow.wait_condition(lambda: self._packed)
        await workflow.execute_activity(
            create_shipment,
            ShipmentInput(order.order_id, "1 Tea Lane"),
            start_to_close_timeout=LIMIT,
        )
        return OrderResult(order.order_id, "completed")


@workflow.defn(name="OrderWorkflow")
class FirstVersion(_Steps):
    """Pays, and sends what is packed."""

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        """Create, pay, send."""
        await self._create(order)
        await self._pay(order)
        return await self._send_when_packed(order)

    @workflow.signal
    def packed(self) -> None:
        """The parcel is ready."""
        self._packed = True


@workflow.defn(name="OrderWorkflow")
class PatchedVersion(_Steps):
    """Reserves before it pays, but not in orders that have begun without."""

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        """Create, reserve, pay, send."""
        await self._create(order)
        if workflow.patched("reserve-first"):
            await self._reserve(order)
        await self._pay(order)
        return await self._send_when_packed(order)

    @workflow.signal
    def packed(self) -> None:
        """The parcel is ready."""
        self._packed = True


@workflow.defn(name="OrderWorkflow")
class LastVersion(_Steps):
    """Reserves before it pays, and knows of no patch."""

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        """Create, reserve, pay, send."""
        await self._create(order)
        await self._reserve(order)
        await self._pay(order)
        return await self._send_when_packed(order)

    @workflow.signal
    def packed(self) -> None:
        """The parcel is ready."""
        self._packed = True
