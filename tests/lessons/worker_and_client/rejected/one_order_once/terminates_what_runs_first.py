# finding: gives the same order again while it runs · the first was terminated
import contextlib

from temporalio.client import Client, RPCError
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


async def start_order_workflow(order: OrderInput) -> str:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    with contextlib.suppress(RPCError):
        await client.get_workflow_handle(order.order_id).terminate("clicked again")
    try:
        await client.start_workflow(
            OrderWorkflow.run,
            order,
            id=order.order_id,
            task_queue="order-processing",
        )
    except WorkflowAlreadyStartedError:
        pass  # it had its run, which has ended
    return order.order_id
