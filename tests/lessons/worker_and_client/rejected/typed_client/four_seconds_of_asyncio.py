# finding: gives up after a moment when no worker answers · how long rpc_timeout lets it wait
import asyncio
import functools

from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from workshop.orders import OrderInput, OrderResult


async def connect() -> Client:
    return await Client.connect(**ClientConfig.load_client_connect_config())


def with_client(function):
    @functools.wraps(function)
    async def inner(*args, **kwargs):
        return await function(await connect(), *args, **kwargs)

    return inner


@with_client
async def start_order_workflow(client: Client, order: OrderInput) -> str:
    await client.start_workflow(
        "OrderWorkflow",
        args=[order],
        id=order.order_id,
        task_queue="order-processing",
        result_type=OrderResult,
    )
    return order.order_id


@with_client
async def get_order_status(client: Client, workflow_id: str) -> str:
    handle = client.get_workflow_handle(workflow_id)
    return await asyncio.wait_for(handle.query("get_status", result_type=str), 4)


@with_client
async def get_order_result(client: Client, workflow_id: str) -> OrderResult:
    data = await client.get_workflow_handle(workflow_id).result()
    return OrderResult(order_id=data["order_id"], status=data["status"])
