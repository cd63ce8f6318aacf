# finding: starts nothing when it is imported · has a connection
import asyncio
import threading

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


working = threading.Thread(target=lambda: asyncio.run(main()), daemon=True)
working.start()

if __name__ == "__main__":
    working.join()
