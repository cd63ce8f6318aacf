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
    """Look whether the order is known (a lookup), start otherwise; races fall back to the policy."""
    from temporalio.service import RPCError, RPCStatusCode

    order = order_in(message)
    handle_ = client.get_workflow_handle(order.order_id)
    try:
        await handle_.describe()
    except RPCError as error:
        if error.status != RPCStatusCode.NOT_FOUND:
            raise
        try:
            await client.start_workflow(
                MarketOrder.run, order, id=order.order_id, task_queue="market-orders",
                id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
            )
        except WorkflowAlreadyStartedError:
            pass
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
