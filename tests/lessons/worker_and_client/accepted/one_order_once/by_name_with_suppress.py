import contextlib

from temporalio.client import Client
from temporalio.common import WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from workshop.orders import OrderInput


async def start_order_workflow(order: OrderInput) -> str:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    with contextlib.suppress(WorkflowAlreadyStartedError):
        await client.start_workflow(
            "OrderWorkflow",
            order,
            id=order.order_id,
            task_queue="order-processing",
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
        )
    return order.order_id
