"""The shop as an HTTP service: which URL does what, and how an answer is sent, delayed or lost."""

import asyncio
import sqlite3
from typing import Annotated, Any

from fastapi import Body, FastAPI, Header
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from workshop.shop import audit, books, desk, faults, openapi, requests
from workshop.shop.database import transaction
from workshop.shop.ledger import Ledger
from workshop.shop.openapi import described
from workshop.shop.operations import Operation
from workshop.shop.refusals import add_refusals

IdempotencyKey = Annotated[requests.Key | None, Header()]


class LostAnswer(Response):
    """No answer at all: the connection is cut, as when a network or a machine fails."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Cut the connection and wait until the server has seen it."""
        scope["state"]["transport"].abort()
        while (await receive())["type"] != "http.disconnect":
            pass


def shop_app(db: sqlite3.Connection, lab_id: str) -> FastAPI:
    """The whole service over one open database."""
    app = FastAPI(
        title="The shop",
        description=openapi.ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=openapi.EVERYWHERE,
    )
    _add_operations(app, db)
    _add_readings(app, db, lab_id)
    _add_faults(app, db)
    add_refusals(app, db)
    return app


def _add_operations(app: FastAPI, db: sqlite3.Connection) -> None:
    # Each function bears the name of its operation: the ledger records refused calls by it.

    async def answer(
        operation: Operation,
        order_id: str,
        body: dict[str, Any],
        key: str | None,
        deed: desk.Deed,
    ) -> Response:
        reply = desk.handle(db, desk.Request(operation, order_id, body, key), deed)
        await asyncio.sleep(reply.seconds)
        if reply.lost:
            return LostAnswer()
        headers = {"Idempotency-Replayed": "true"} if reply.replayed else None
        return JSONResponse(reply.body, reply.status, headers)

    @app.put(
        "/orders/{order_id}",
        **described(
            books.create_order,
            {200: openapi.CreatedOrder, 201: openapi.CreatedOrder},
            402,
            409,
            422,
        ),
    )
    async def create_order(order_id: requests.OrderId, order: requests.OrderBody) -> Response:
        body = order.model_dump()
        return await answer(
            "create_order", order_id, body, None,
            lambda db: books.create_order(db, order_id, body["customer"], body["items"]),
        )  # fmt: skip

    @app.post(
        "/orders/{order_id}/cancel",
        **described(books.cancel_order, {200: openapi.CancelledOrder}, 402, 409, 422),
    )
    async def cancel_order(
        order_id: requests.OrderId,
        body: requests.CancelBody,
        idempotency_key: IdempotencyKey = None,
    ) -> Response:
        return await answer(
            "cancel_order", order_id, body.model_dump(), idempotency_key,
            lambda db: books.cancel_order(db, order_id, body.reason),
        )  # fmt: skip

    @app.post("/charges", **described(books.charge, {201: openapi.Charged}, 402, 409, 422))
    async def charge(body: requests.ChargeBody, idempotency_key: IdempotencyKey = None) -> Response:
        return await answer(
            "charge", body.order_id, body.model_dump(), idempotency_key,
            lambda db: books.charge(db, body.order_id, body.amount),
        )  # fmt: skip

    @app.post(
        "/orders/{order_id}/refund", **described(books.refund, {200: openapi.Refunded}, 402, 422)
    )
    async def refund(
        order_id: requests.OrderId, idempotency_key: IdempotencyKey = None
    ) -> Response:
        return await answer(
            "refund", order_id, {}, idempotency_key, lambda db: books.refund(db, order_id)
        )

    @app.post("/reservations", **described(books.reserve, {201: openapi.Reserved}, 402, 409, 422))
    async def reserve(
        body: requests.ReservationBody, idempotency_key: IdempotencyKey = None
    ) -> Response:
        items = [item.model_dump(include={"sku", "quantity"}) for item in body.items]
        return await answer(
            "reserve", body.order_id, {"items": items}, idempotency_key,
            lambda db: books.reserve(db, body.order_id, items),
        )  # fmt: skip

    @app.post(
        "/orders/{order_id}/release", **described(books.release, {200: openapi.Released}, 402, 422)
    )
    async def release(
        order_id: requests.OrderId, idempotency_key: IdempotencyKey = None
    ) -> Response:
        return await answer(
            "release", order_id, {}, idempotency_key, lambda db: books.release(db, order_id)
        )

    @app.post("/shipments", **described(books.ship, {201: openapi.Shipped}, 402, 409, 422))
    async def ship(body: requests.ShipmentBody, idempotency_key: IdempotencyKey = None) -> Response:
        return await answer(
            "ship", body.order_id, body.model_dump(), idempotency_key,
            lambda db: books.ship(db, body.order_id, body.address),
        )  # fmt: skip

    @app.post(
        "/orders/{order_id}/cancel-shipment",
        **described(books.cancel_shipment, {200: openapi.CancelledShipments}, 402, 422),
    )
    async def cancel_shipment(
        order_id: requests.OrderId, idempotency_key: IdempotencyKey = None
    ) -> Response:
        return await answer(
            "cancel_shipment", order_id, {}, idempotency_key,
            lambda db: books.cancel_shipment(db, order_id),
        )  # fmt: skip

    @app.post("/mails", **described(books.mail, {201: openapi.Mailed}, 402, 422))
    async def mail(body: requests.MailBody, idempotency_key: IdempotencyKey = None) -> Response:
        return await answer(
            "mail", body.order_id, body.model_dump(), idempotency_key,
            lambda db: books.mail(db, body.order_id, body.to, body.subject),
        )  # fmt: skip


def _add_readings(app: FastAPI, db: sqlite3.Connection, lab_id: str) -> None:
    @app.post("/order-numbers", **described(books.next_order_number, {201: openapi.OrderNumber}))
    async def order_number() -> dict[str, int]:
        with transaction(db):
            return {"number": books.next_order_number(db)}

    @app.get("/health", responses={200: {"model": openapi.Health, "description": "Done."}})
    async def health() -> dict[str, str]:
        """Say which lab the shop belongs to."""
        return {"lab_id": lab_id}

    @app.get(
        "/orders/{order_id}", **described(audit.read_order, {200: openapi.KnownOrder}, 404, 422)
    )
    async def order(order_id: requests.OrderId) -> dict[str, Any]:
        found = audit.read_order(db, order_id)
        if found is None:
            raise HTTPException(404, f"there is no order {order_id}")
        return {"order_id": order_id, **found}

    @app.get("/stock/{sku}", **described(books.available, {200: openapi.Stock}, 422))
    async def stock(sku: requests.Sku) -> dict[str, Any]:
        return {"available": books.available(db, sku)}

    @app.get("/ledger/{order_id}", **described(audit.read_ledger, {200: Ledger}, 422))
    async def ledger(order_id: requests.OrderId) -> dict[str, Any]:
        return audit.read_ledger(db, order_id)

    @app.get("/ledger", **described(audit.read_summaries, {200: list[openapi.Summary]}))
    async def ledgers() -> list[dict[str, Any]]:
        return audit.read_summaries(db)


def _add_faults(app: FastAPI, db: sqlite3.Connection) -> None:
    @app.post("/faults", **described(faults.order_fault, {201: requests.FaultBody}, 422))
    async def order_fault(body: Annotated[requests.FaultBody, Body()]) -> dict[str, Any]:
        fault = faults.Fault(
            body.kind, getattr(body, "status", None), getattr(body, "seconds", None)
        )
        with transaction(db):
            faults.order_fault(db, body.operation, body.order_id, fault, body.times)
        return body.model_dump()

    @app.delete("/faults", **described(faults.clear_faults, {200: openapi.Cleared}, 422))
    async def clear_faults(order_id: requests.OrderId | None = None) -> dict[str, int]:
        with transaction(db):
            return {"cleared": faults.clear_faults(db, order_id)}

    @app.post("/outages", **described(faults.begin_outage, {201: requests.OutageBody}, 422))
    async def begin_outage(body: requests.OutageBody) -> dict[str, Any]:
        operation = body.operation or faults.EVERY_OPERATION
        with transaction(db):
            faults.begin_outage(db, operation, body.status, body.seconds)
        return body.model_dump()

    @app.delete("/outages", **described(faults.end_outages, {200: openapi.Ended}))
    async def end_outages() -> dict[str, int]:
        with transaction(db):
            return {"ended": faults.end_outages(db)}
