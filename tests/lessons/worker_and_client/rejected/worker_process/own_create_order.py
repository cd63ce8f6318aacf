# finding: carries an order out, from its start to its payment · does not know it
import asyncio

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker

from confirmed_order import OrderWorkflow
from temporalio import activity

from workshop.orders import OrderInput, process_payment


@activity.defn
async def create_order(order: OrderInput) -> str:
    return order.order_id


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


if __name__ == "__main__":
    asyncio.run(main())
