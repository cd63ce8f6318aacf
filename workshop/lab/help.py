"""What a lab can do: a table of calls, an example each."""

from __future__ import annotations

from workshop.shop.help import Help

LAB = Help(
    "What the lab can do:",
    (
        ("lab.client", "the temporalio Client: start workflows, get handles to running ones"),
        ("lab.new_order()", "an order that nobody has placed yet"),
        (
            'await lab.worker("stock", workflows=[…], activities=[…])',
            "starts a worker beside the notebook, in place of the last one on that task queue",
        ),
        (
            'await lab.process("my_module", polls="stock")',
            "runs work/my_module.py as a process of its own, one that you can kill()",
        ),
        ("await lab.history(handle)", "the workflow's event history, as a timeline"),
        ("await lab.watch(handle)", "the same, while it grows"),
        ("await lab.ledger(order.order_id)", "what happened to an order in the shop"),
        ("lab.shop", "the shop, and the faults you can set"),
        (
            "await lab.skip(handle, timedelta(days=1))",
            "lets a day pass for one workflow, in about a second",
        ),
        (
            "await lab.replay(history, MyWorkflow)",
            "replays a history against your code as it is now, and shows where they differ",
        ),
        ('await lab.pytest("test_order")', "runs pytest on work/test_order.py"),
        ("await lab.nats()", "starts a message broker"),
        ("lab.raise_hand()", "in a room: asks your instructor for help"),
        ("lab.tell_room(False)", "in a room: your instructor isn't told what you check"),
        (
            'await lab.chaos("order_platform")',
            "a storm over your order platform, and an audit of every order",
        ),
    ),
    "lab.history? and so on, with a question mark, say more. Workers, processes and the broker end "
    "with the kernel.",
)
