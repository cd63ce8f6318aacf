# finding: starts no second run when the order is completed · another run

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.envconfig import ClientConfig

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


_known: set[str] = set()


async def start_order_workflow(order: OrderInput) -> str:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    if order.order_id not in _known:
        await client.start_workflow(
            OrderWorkflow.run,
            order,
            id=order.order_id,
            task_queue="order-processing",
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        _known.add(order.order_id)
    return order.order_id
