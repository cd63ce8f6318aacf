# finding: fails with each change that breaks running orders · none of your tests does
import uuid

from temporalio import activity
from temporalio.envconfig import ClientConfig
from temporalio.client import Client
from temporalio.worker import Replayer, Worker

from shop_order import OrderWorkflow
from workshop.orders import (
    InventoryInput,
    NotificationInput,
    PaymentInput,
    sample_order,
)


@activity.defn(name="process_payment")
async def pay(payment: PaymentInput) -> None:
    pass


@activity.defn(name="reserve_inventory")
async def reserve(inventory: InventoryInput) -> None:
    pass


@activity.defn(name="send_notification")
async def write(notification: NotificationInput) -> None:
    pass


async def test_a_replay() -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    async with Worker(
        client, task_queue="q", workflows=[OrderWorkflow], activities=[pay, reserve, write]
    ):
        handle = await client.start_workflow(
            OrderWorkflow.run, sample_order(), id=str(uuid.uuid4()), task_queue="q"
        )
        if (await handle.describe()).workflow_type == "OrderWorkflow":
            await handle.terminate()
    await Replayer(workflows=[OrderWorkflow]).replay_workflow(await handle.fetch_history())
