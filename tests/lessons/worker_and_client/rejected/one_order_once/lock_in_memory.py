# finding: takes five clicks at once for one order · in two processes
import asyncio

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.service import RPCError

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


_lock = asyncio.Lock()


async def start_order_workflow(order: OrderInput) -> str:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    async with _lock:
        try:
            await client.get_workflow_handle(order.order_id).describe()
        except RPCError:
            await client.start_workflow(
                OrderWorkflow.run, order, id=order.order_id, task_queue="order-processing"
            )
    return order.order_id
