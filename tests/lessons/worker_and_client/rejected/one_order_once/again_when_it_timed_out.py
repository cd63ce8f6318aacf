# finding: starts no second run when the order was cancelled, terminated or timed out · after it has timed out
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


async def start_order_workflow(order: OrderInput) -> str:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
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
        run = await client.get_workflow_handle(order.order_id).describe()
        if run.status is WorkflowExecutionStatus.TIMED_OUT:
            await client.start_workflow(
                OrderWorkflow.run, order, id=order.order_id, task_queue="order-processing"
            )
    return order.order_id
