import shutil
import uuid
from unittest.mock import AsyncMock, Mock, call

import pytest
import pytest_asyncio
from temporalio import activity
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import InventoryInput, PaymentInput, sample_order

ORDER = sample_order("order-77")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client():
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=shutil.which("temporal"), dev_server_log_level="error"
    ) as started:
        yield started.client


async def outcome(client, shop):
    @activity.defn(name="process_payment")
    async def pay(payment: PaymentInput) -> None:
        await shop.pay(payment.order_id, payment.amount)

    @activity.defn(name="reserve_inventory")
    async def reserve(inventory: InventoryInput) -> None:
        await shop.reserve(inventory.order_id)

    @activity.defn(name="refund_payment")
    async def refund(order_id: str) -> None:
        await shop.refund(order_id)

    async with Worker(
        client, task_queue="q", workflows=[OrderWorkflow], activities=[pay, reserve, refund]
    ):
        return await client.execute_workflow(
            OrderWorkflow.run, ORDER, id=str(uuid.uuid4()), task_queue="q"
        )


def shop_that_refuses(step=None):
    shop = Mock(pay=AsyncMock(), reserve=AsyncMock(), refund=AsyncMock())
    if step:
        getattr(shop, step).side_effect = ApplicationError("no", non_retryable=True)
    return shop


@pytest.mark.asyncio(loop_scope="module")
async def test_orders(client):
    shop = shop_that_refuses()
    result = await outcome(client, shop)
    assert (result.order_id, result.status) == ("order-77", "completed")
    assert shop.mock_calls == [call.pay("order-77", 4200), call.reserve("order-77")]

    shop = shop_that_refuses("reserve")
    assert (await outcome(client, shop)).status == "refunded"
    shop.refund.assert_awaited_once_with("order-77")

    shop = shop_that_refuses("pay")
    with pytest.raises(Exception):
        await outcome(client, shop)
    shop.reserve.assert_not_called()
