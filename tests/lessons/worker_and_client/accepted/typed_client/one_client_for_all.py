import asyncio
from datetime import timedelta

from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput, OrderResult

_client: Client | None = None
_lock = asyncio.Lock()


async def connected() -> Client:
    global _client
    async with _lock:
        if _client is None:
            _client = await Client.connect(**ClientConfig.load_client_connect_config())
    return _client


async def start_order_workflow(order: OrderInput) -> str:
    await (await connected()).start_workflow(
        OrderWorkflow.run, order, id=order.order_id, task_queue="order-processing"
    )
    return order.order_id


async def get_order_status(workflow_id: str) -> str:
    handle = (await connected()).get_workflow_handle_for(OrderWorkflow.run, workflow_id)
    return await asyncio.wait_for(handle.query(OrderWorkflow.get_status), 1)


async def get_order_result(workflow_id: str) -> OrderResult:
    handle = (await connected()).get_workflow_handle_for(OrderWorkflow.run, workflow_id)
    return await handle.result()
