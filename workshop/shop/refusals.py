"""How the shop says no when it was asked for what it cannot do: a status, and a sentence."""

import logging
import sqlite3

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from workshop.shop import books, desk, requests
from workshop.shop.breakdown import describe
from workshop.shop.database import transaction
from workshop.shop.operations import OPERATIONS

# uvicorn's own: what the shop writes goes where its server's complaints go.
log = logging.getLogger("uvicorn.error")


def refusal(
    status: int, kind: str, sentence: str, headers: dict[str, str] | None = None
) -> JSONResponse:
    """The answer that says no."""
    return JSONResponse(desk.refusal(status, kind, sentence).body, status, headers)


def add_refusals(app: FastAPI, db: sqlite3.Connection) -> None:
    """Answer what cannot be done with a sentence, and write refused operations into the ledger."""

    @app.exception_handler(sqlite3.DatabaseError)
    async def unusable(request: Request, error: sqlite3.DatabaseError) -> Response:
        trouble = describe(error)
        if trouble is None:
            raise error
        log.error("%s %r: %s", request.method, _path(request), error)
        return refusal(*trouble)

    @app.exception_handler(RequestValidationError)
    async def misshapen(request: Request, error: RequestValidationError) -> Response:
        sentence = requests.sentence_about(list(error.errors()))
        operation = request.scope["route"].name
        in_body = error.body.get("order_id") if isinstance(error.body, dict) else None
        order_id = request.path_params.get("order_id", in_body)
        if operation in OPERATIONS and requests.is_order_id(order_id):
            key = request.headers.get("Idempotency-Key")
            call = desk.Request(operation, order_id, {}, key)
            try:
                with transaction(db):
                    desk.record_call(db, call, desk.refusal(422, "BadRequest", sentence))
            except sqlite3.DatabaseError as unwritten:
                return await unusable(request, unwritten)
        return refusal(422, "BadRequest", sentence)

    @app.exception_handler(books.RefusedError)
    async def refused(_: Request, error: books.RefusedError) -> Response:
        return refusal(error.status, error.kind, error.sentence)

    @app.exception_handler(HTTPException)
    async def misdirected(request: Request, error: HTTPException) -> Response:
        asked = f"{request.method} {_path(request)}"
        sentences = {
            400: "the body cannot be read as JSON",
            405: f"{asked} is not something the shop does; use another method",
        }
        if error.status_code == 404 and error.detail == "Not Found":
            return refusal(404, "NotFound", f"there is nothing at {asked}")
        sentence = sentences.get(error.status_code, str(error.detail))
        headers = {"Allow": _methods(app, request)} if error.status_code == 405 else None
        return refusal(error.status_code, "BadRequest", sentence, headers)


def _methods(app: FastAPI, request: Request) -> str:
    # Starlette tells those of the first route that has the path; another may have it as well.
    routes = [route for route in app.routes if isinstance(route, Route)]
    known = [each for each in routes if each.matches(request.scope)[0] is not Match.NONE]
    return ", ".join(sorted({method for route in known for method in route.methods or ()}))


def _path(request: Request) -> str:
    # Without the root path, which may be a secret.
    path: str = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    return path[:100] or "/"
