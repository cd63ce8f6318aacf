"""The names of what can be asked of the shop: one list for the service, its client and its ledger."""

from typing import Literal, get_args

Operation = Literal[
    "create_order",
    "charge",
    "refund",
    "reserve",
    "release",
    "ship",
    "cancel_shipment",
    "mail",
    "cancel_order",
]

OPERATIONS: tuple[str, ...] = get_args(Operation)
"""In the order in which a ledger lists calls: parallel calls may arrive either way round."""

FaultKind = Literal["decline", "status", "delay", "lose_answer"]

FAULT_KINDS: tuple[str, ...] = get_args(FaultKind)
