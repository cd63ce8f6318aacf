# finding: raises the error when the order could not be started · There is no such order

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


async def start_order_workflow(order: OrderInput) -> str:
    try:
        client = await Client.connect(**ClientConfig.load_client_connect_config())
        await client.start_workflow(
            OrderWorkflow.run,
            order,
            id=order.order_id,
            task_queue="order-processing",
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
        )
    except Exception:
        pass
    return order.order_id
