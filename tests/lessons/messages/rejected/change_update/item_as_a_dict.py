# finding: answers a change with the new total · item assignment (line
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        OrderInput,
        OrderResult,
        PaymentInput,
        create_order,
        process_payment,
    )


@workflow.defn
class OrderWorkflow:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self._order = order
        self._confirmed = False

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        await workflow.wait_condition(lambda: self._confirmed)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(order.order_id, self._order.total),
            start_to_close_timeout=timedelta(minutes=5),
        )
        return OrderResult(order.order_id, "completed")

    @workflow.signal
    def confirm(self) -> None:
        self._confirmed = True

    @workflow.update
    def change_quantity(self, quantity: int) -> int:
        self._order.items[0]["quantity"] = quantity
        return self._order.total

    @change_quantity.validator
    def refuse(self, quantity: int) -> None:
        if quantity < 1:
            raise ValueError("at least one")
        if self._confirmed:
            raise ValueError("the order is confirmed already")
