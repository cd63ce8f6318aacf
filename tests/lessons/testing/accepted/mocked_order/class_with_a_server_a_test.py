import shutil
import uuid

import pytest
from temporalio import activity
from temporalio.client import WorkflowFailureError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

import shop_order
from workshop.orders import InventoryInput, InventoryResult, OrderInput, OrderItem, PaymentInput, PaymentResult


class TestOrder:
    @pytest.fixture
    async def client(self):
        async with await WorkflowEnvironment.start_local(
            dev_server_existing_path=shutil.which("temporal")
        ) as environment:
            yield environment.client

    @pytest.fixture
    def order(self):
        return OrderInput(
            f"order-{uuid.uuid4()}",
            "ben@example.com",
            [OrderItem("cup", 3, 500), OrderItem("teapot", 1, 2100)],
        )

    @pytest.fixture
    def asked(self):
        return []

    @pytest.fixture
    def broken(self):
        return set()

    @pytest.fixture
    async def worker(self, client, asked, broken):
        @activity.defn
        async def process_payment(payment: PaymentInput) -> PaymentResult:
            asked.append(f"pay {payment.order_id} {payment.amount}")
            if "pay" in broken:
                raise RuntimeError("no money")
            return PaymentResult("charge-1", payment.amount)

        @activity.defn
        async def reserve_inventory(inventory: InventoryInput) -> InventoryResult:
            asked.append(f"reserve {inventory.order_id}")
            if "reserve" in broken:
                raise RuntimeError("no goods")
            return InventoryResult("reservation-1")

        @activity.defn
        async def refund_payment(order_id: str) -> None:
            asked.append(f"refund {order_id}")

        async with Worker(
            client,
            task_queue=f"queue-{uuid.uuid4()}",
            workflows=[shop_order.OrderWorkflow],
            activities=[process_payment, reserve_inventory, refund_payment],
        ) as worker:
            yield worker

    async def start(self, client, worker, order):
        return await client.start_workflow(
            "OrderWorkflow", order, id=order.order_id, task_queue=worker.task_queue
        )

    async def test_all_well(self, client, worker, order, asked):
        handle = await self.start(client, worker, order)
        assert await handle.result() == {"order_id": order.order_id, "status": "completed"}
        assert asked == [f"pay {order.order_id} 3600", f"reserve {order.order_id}"]

    async def test_no_goods(self, client, worker, order, asked, broken):
        broken.add("reserve")
        handle = await self.start(client, worker, order)
        assert (await handle.result())["status"] == "refunded"
        assert asked[-1] == f"refund {order.order_id}"
        assert sum("refund" in each for each in asked) == 1

    async def test_no_money(self, client, worker, order, asked, broken):
        broken.add("pay")
        handle = await self.start(client, worker, order)
        with pytest.raises(WorkflowFailureError):
            await handle.result()
        assert not [each for each in asked if each.startswith("reserve")]
