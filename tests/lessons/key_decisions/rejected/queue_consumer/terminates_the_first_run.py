# finding: does nothing when a message comes again · while its order is still running
import asyncio
import json
import os

import nats
from nats.aio.msg import Msg
from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from market_order import MarketOrder
from workshop.orders import OrderInput, OrderItem


def order_in(message: Msg) -> OrderInput:
    body = json.loads(message.data)
    items = [OrderItem(**item) for item in body["items"]]
    return OrderInput(message.headers["Nats-Msg-Id"], body["customer"], items)


async def handle(client: Client, message: Msg) -> None:
    order = order_in(message)
    await client.start_workflow(
        MarketOrder.run,
        order,
        id=order.order_id,
        task_queue="market-orders",
        id_conflict_policy=WorkflowIDConflictPolicy.TERMINATE_EXISTING,
    )
    await message.ack()


async def main() -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    broker = await nats.connect(os.environ["NATS_URL"])
    orders = await broker.jetstream().pull_subscribe_bind("order-service", "ORDERS")
    while True:
        try:
            messages = await orders.fetch(10)
        except nats.errors.TimeoutError:  # none came within 5 s
            continue
        for message in messages:
            await handle(client, message)


if __name__ == "__main__":
    asyncio.run(main())
