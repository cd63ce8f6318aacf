# finding: gives the same order again while it runs · WorkflowAlreadyStartedError

from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


_known: set[str] = set()


async def start_order_workflow(order: OrderInput) -> str:
    if order.order_id in _known:
        return order.order_id
    _known.add(order.order_id)
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    await client.start_workflow(
        OrderWorkflow.run, order, id=order.order_id, task_queue="order-processing"
    )
    return order.order_id
