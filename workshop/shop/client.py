"""The shop as a notebook and a check see it: look into the ledger, set faults.

Not for orders: those go to the shop by HTTP, from activities.
"""

import difflib
import time
from types import TracebackType
from typing import Any
from urllib.parse import quote, urlsplit

import httpx

from workshop.patience import Countdown
from workshop.shop.help import SHOP
from workshop.shop.ledger import Ledger
from workshop.shop.operations import OPERATIONS

#: Seconds in which the lab has started a dead shop again, on the same port.
_RESTART = 3.0

#: Seconds between two tries to connect.
_BETWEEN = 0.05


class ShopError(Exception):
    """The shop did not do what the client asked; the message says why and what to do."""


class Shop:
    """A connection to a running shop; may be used from several threads. Close it when done.

    Methods raise `ShopError` when the shop cannot be reached or refuses, and those that take the
    name of an operation `ValueError` when there is no such operation.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        parts = urlsplit(url)
        # For sentences: the path may be a secret.
        self._address = f"{parts.scheme}://{parts.netloc}"
        # The shop is on this machine: a proxy set in the environment has no part in it.
        self._http = httpx.Client(base_url=url, timeout=10, trust_env=False)

    def __repr__(self) -> str:
        return repr(SHOP)

    def __enter__(self) -> "Shop":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the shop itself goes on."""
        self._http.close()

    def next_order_number(self) -> int:
        """A number that no other order of this shop has, counted from 1."""
        return int(self._ask("POST", "/order-numbers")["number"])

    def ledger(self, order_id: str) -> Ledger:
        """Everything that happened to the order; empty when the shop never heard of it."""
        return Ledger.from_json(self._ask("GET", f"/ledger/{quote(order_id, safe='')}"))

    def summaries(self) -> list[dict[str, Any]]:
        """One dictionary an order, for all orders the shop ever heard of."""
        summaries: list[dict[str, Any]] = self._ask("GET", "/ledger")
        return summaries

    def stock(self, sku: str) -> int:
        """How many of this sku can still be reserved."""
        return int(self._ask("GET", f"/stock/{quote(sku, safe='')}")["available"])

    def decline(self, operation: str, order_id: str, times: int | None = None) -> None:
        """Answer 402 and do nothing, for the next `times` calls (None: always)."""
        self._set_fault("decline", operation, order_id, times)

    def fail(
        self, operation: str, order_id: str, status: int = 503, times: int | None = None
    ) -> None:
        """Answer with `status` (400 to 599) and do nothing, for the next `times` calls."""
        self._set_fault("status", operation, order_id, times, status=status)

    def delay(
        self, operation: str, order_id: str, seconds: float, times: int | None = None
    ) -> None:
        """Do it at once, but answer only after `seconds`, for the next `times` calls."""
        self._set_fault("delay", operation, order_id, times, seconds=seconds)

    def lose_answer(self, operation: str, order_id: str, times: int | None = 1) -> None:
        """Do it, then cut the connection without an answer, for the next `times` calls."""
        self._set_fault("lose_answer", operation, order_id, times)

    def clear_faults(self, order_id: str | None = None) -> None:
        """Forget the faults that were set for one order, or for all."""
        self._ask("DELETE", "/faults", params={} if order_id is None else {"order_id": order_id})

    def go_down(
        self, operation: str | None = None, status: int = 503, *, seconds: float = 60.0
    ) -> None:
        """Answer every call of the operation (None: of all) with `status`, whatever the order.

        It does nothing else, but writes each call down. It lasts until `come_back`, and at most
        `seconds`: whoever forgets to call that finds the shop open again.
        """
        if operation is not None:
            _expect_known(operation)
        body = {"operation": operation, "status": status, "seconds": float(seconds)}
        self._ask("POST", "/outages", json=body)

    def come_back(self) -> None:
        """End what `go_down` began, for all operations; faults of single orders stay."""
        self._ask("DELETE", "/outages")

    def _set_fault(
        self, kind: str, operation: str, order_id: str, times: int | None, **details: float
    ) -> None:
        _expect_known(operation)
        body = {"kind": kind, "operation": operation, "order_id": order_id, "times": times}
        self._ask("POST", "/faults", json={**body, **details})

    def _ask(self, method: str, path: str, **arguments: Any) -> Any:
        try:
            answer = self._send(method, path, **arguments)
        except httpx.TransportError as error:
            raise ShopError(
                f"the shop at {self._address} does not answer ({type(error).__name__}: {error});"
                " the lab starts a dead shop again by itself: if it does not come back, run"
                " workshop doctor, or see the terminal of workshop lab"
            ) from error
        try:
            said = answer.json()
            refusal = said["detail"] if answer.is_error else None
        except (ValueError, KeyError, TypeError) as error:
            raise ShopError(
                f"what answers at {self._address} is not the shop ({method} {path}: status"
                f" {answer.status_code}); run the cell that opens the lab again"
            ) from error
        if answer.is_error:
            raise ShopError(f"the shop refused {method} {path}: {refusal}")
        return said

    def _send(self, method: str, path: str, **arguments: Any) -> httpx.Response:
        countdown = Countdown(_RESTART)
        while True:
            try:
                return self._http.request(method, path, **arguments)
            except httpx.ConnectError:
                # Nothing was sent: to ask again is to ask once. What was sent may have been done.
                if countdown.is_over:
                    raise
            time.sleep(_BETWEEN)


def _expect_known(operation: str) -> None:
    if operation not in OPERATIONS:
        near = difflib.get_close_matches(operation, OPERATIONS, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(
            f"the shop has no operation {operation!r}{hint} It has: {', '.join(OPERATIONS)}."
        )
