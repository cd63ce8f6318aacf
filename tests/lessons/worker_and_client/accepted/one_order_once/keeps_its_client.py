import asyncio

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from confirmed_order import OrderWorkflow
from workshop.orders import OrderInput


class Intake:
    OPTIONS = dict(
        task_queue="order-processing",
        id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
        id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
    )

    def __init__(self) -> None:
        self._connecting: asyncio.Task[Client] | None = None

    async def client(self) -> Client:
        if self._connecting is None:
            self._connecting = asyncio.create_task(
                Client.connect(**ClientConfig.load_client_connect_config())
            )
        return await asyncio.shield(self._connecting)

    async def place(self, order: OrderInput) -> str:
        client = await self.client()
        try:
            handle = await client.start_workflow(
                OrderWorkflow.run, order, id=order.order_id, **self.OPTIONS
            )
        except WorkflowAlreadyStartedError as known:
            handle = client.get_workflow_handle_for(OrderWorkflow.run, known.workflow_id)
        return handle.id


start_order_workflow = Intake().place
