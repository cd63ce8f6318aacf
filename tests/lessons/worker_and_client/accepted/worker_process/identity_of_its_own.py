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
        identity="orders-worker",
        max_cached_workflows=0,
    )
    async with worker:
        await asyncio.gather(asyncio.Future(), return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
