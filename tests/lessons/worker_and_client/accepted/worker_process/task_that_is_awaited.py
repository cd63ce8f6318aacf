import asyncio
import logging

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker

import confirmed_order
from workshop import orders

TASK_QUEUE = "order-processing"


def make_worker(client: Client) -> Worker:
    return Worker(
        client,
        task_queue=TASK_QUEUE,
        workflows=[confirmed_order.OrderWorkflow],
        activities=[orders.create_order, orders.process_payment],
        max_cached_workflows=0,
    )


async def main() -> None:
    logging.basicConfig(level=logging.INFO)
    configuration = ClientConfig.load_client_connect_config()
    client = await Client.connect(**configuration)
    running = asyncio.create_task(make_worker(client).run())
    logging.info("polling %s", TASK_QUEUE)
    await running


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
