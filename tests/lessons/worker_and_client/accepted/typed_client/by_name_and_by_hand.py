from datetime import timedelta

from temporalio.client import Client
from temporalio.envconfig import ClientConfigProfile

from workshop.orders import OrderInput, OrderResult


async def connect() -> Client:
    profile = ClientConfigProfile.load()
    return await Client.connect(**profile.to_client_connect_config())


async def start_order_workflow(order: OrderInput) -> str:
    client = await connect()
    handle = await client.start_workflow(
        "OrderWorkflow", order, id=order.order_id, task_queue="order-processing"
    )
    return handle.id


async def get_order_status(workflow_id: str) -> str:
    handle = (await connect()).get_workflow_handle(workflow_id)
    return await handle.query("get_status", rpc_timeout=timedelta(milliseconds=800))


async def get_order_result(workflow_id: str) -> OrderResult:
    handle = (await connect()).get_workflow_handle(workflow_id)
    return OrderResult(**await handle.result())
