# finding: gives up after a moment when no worker answers · its query is 5 s
from datetime import timedelta

from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput, OrderResult


async def connect() -> Client:
    return await Client.connect(**ClientConfig.load_client_connect_config())


async def start_order_workflow(order: OrderInput) -> str:
    client = await connect()
    handle = await client.start_workflow(
        OrderWorkflow.run, order, id=order.order_id, task_queue="order-processing"
    )
    return handle.id


async def get_order_status(workflow_id: str) -> str:
    client = await connect()
    handle = client.get_workflow_handle_for(OrderWorkflow.run, workflow_id)
    return await handle.query(OrderWorkflow.get_status, rpc_timeout=timedelta(seconds=5))


async def get_order_result(workflow_id: str) -> OrderResult:
    client = await connect()
    handle = client.get_workflow_handle_for(OrderWorkflow.run, workflow_id)
    return await handle.result()
