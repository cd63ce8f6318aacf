# finding: raises the error when the order could not be started · too long
from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

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
        pass
    except RPCError as error:
        if error.status is not RPCStatusCode.INVALID_ARGUMENT:
            raise
    return order.order_id
