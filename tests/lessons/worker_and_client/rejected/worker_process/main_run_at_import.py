# finding: starts nothing when it is imported · importing it did not end
# or: starts nothing when it is imported · the import was not over
import asyncio

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker

from confirmed_order import OrderWorkflow
from workshop.orders import create_order, process_payment


async def main() -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    worker = Worker(
        client,
        task_queue="order-processing",
        workflows=[OrderWorkflow],
        activities=[create_order, process_payment],
        max_cached_workflows=0,
    )
    await worker.run()


asyncio.run(main())
