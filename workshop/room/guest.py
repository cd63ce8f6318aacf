"""A learner without a browser: comes in, opens JupyterLab, runs cells, as a browser would.

What a rehearsal and the room's tests are made of. Speaks JupyterHub's pages and the Jupyter
server's REST and kernel messages (jupyter-server.readthedocs.io, "websocket protocols").
"""

from __future__ import annotations

import asyncio
import json
import ssl
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from typing import Any

import httpx
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

from workshop.errors import LabError

#: Seconds between two looks at a seat that is being started.
BETWEEN = 0.25

#: How the room answers while a seat is gone that it is about to start again: before it has noticed,
#: and from then on. Both pages look again by themselves.
STARTS_AGAIN = (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.FAILED_DEPENDENCY)


class GuestError(LabError):
    """The room doesn't let one go on; the message says what it answered."""


@dataclass(frozen=True)
class Ran:
    """What came of a cell.

    Args:
        error: ``Type: message`` of what it raised; empty if it raised nothing.
        text: what it printed or showed, as plain text.
        seconds: how long it took.
    """

    error: str
    text: str
    seconds: float


class Guest:
    """Somebody in front of a browser that isn't there. Enter it with ``async with``.

    Args:
        room: the room's URL.
        name: the learner's name, as typed.
        tls: for https; None: as the system has it.
    """

    def __init__(self, room: str, name: str, *, tls: ssl.SSLContext | None = None) -> None:
        self.name = name
        self.pin = ""
        #: What the room calls the seat: known once one is in.
        self.seat = ""
        #: Responses that a browser would show as an error: method, path, status.
        self.refused: list[tuple[str, str, int]] = []
        self._room = room.rstrip("/")
        self._tls = tls
        self._kernel = ""
        self._web = httpx.AsyncClient(
            base_url=self._room, verify=tls or True, timeout=180, follow_redirects=True
        )

    async def __aenter__(self) -> Guest:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close its connections. Its seat stays."""
        await self._web.aclose()

    @property
    def path(self) -> str:
        """The path under which the seat is."""
        return f"/user/{self.seat}"

    async def come_in(self, code: str = "", pin: str = "") -> None:
        """Give the name, and the code or the PIN; note a new PIN.

        Raises:
            GuestError: one isn't let in.
        """
        await self._get("/hub/login")
        said = {"username": self.name, "code": code, "pin": pin, "_xsrf": self._xsrf("/hub/")}
        answer = await self._request(
            "POST", "/hub/login", data=said, remember=False, follow_redirects=False
        )
        if not answer.is_redirect:
            raise GuestError(_said(answer))
        if "/hub/pin" in answer.headers["Location"]:
            page = await self._request("GET", "/hub/pin", follow_redirects=False)
            self.pin = page.text.partition("<strong>")[2].partition("</strong>")[0]
        me = await self._request("GET", "/hub/api/user", headers=self._token_for("/hub/"))
        if me.is_error:
            raise GuestError(_said(me))
        self.seat = me.json()["name"]

    async def sit_down(self, within: float = 180.0) -> float:
        """Have the seat started, wait until JupyterLab is there, and return the seconds it took.

        Raises:
            GuestError: it did not start, or not in time.
        """
        began = time.monotonic()
        asks = f"/hub/spawn/{self.seat}"
        page = asks
        while True:
            # Redirects lead to the page on which one waits, and past it to JupyterLab.
            answer = await self._request("GET", page, remember=False)
            if answer.url.path.startswith(f"{self.path}/") and answer.is_success:
                break
            page = answer.url.path if "/spawn-pending/" in answer.url.path else asks
            if answer.is_error and answer.status_code not in STARTS_AGAIN:
                raise GuestError(_said(answer))
            if time.monotonic() - began > within:
                raise GuestError(f"no seat after {within:.0f} s")
            await asyncio.sleep(BETWEEN)
        await self._get(f"{self.path}/lab")
        return time.monotonic() - began

    async def leave(self) -> None:
        """Have the seat put away, as the page "Home" of the hub does.

        Raises:
            GuestError: it isn't.
        """
        await self._get("/hub/home")
        path = f"/hub/api/users/{self.seat}/server"
        headers = self._token_for("/hub/")
        answer = await self._request("DELETE", path, headers=headers)
        if answer.is_error:
            raise GuestError(_said(answer))
        self._kernel = ""

    async def get(self, path: str) -> tuple[int, str]:
        """Fetch a path of the room; return the status and the text."""
        answer = await self._request("GET", path, remember=False)
        return answer.status_code, answer.text

    async def ask(
        self, method: str, path: str, body: str, headers: Mapping[str, str]
    ) -> tuple[int, str]:
        """Send a request with JSON in it to a path of the room; return the status and the text."""
        headers = {"Content-Type": "application/json", **headers}
        answer = await self._request(method, path, remember=False, content=body, headers=headers)
        return answer.status_code, answer.text

    async def run(self, cell: str, within: float = 300.0) -> Ran:
        """Run a cell in the seat's kernel, started when it is first asked for.

        Raises:
            GuestError: the kernel does not answer in time, or the connection is lost.
        """
        began = time.monotonic()
        try:
            return await asyncio.wait_for(self._run(cell, began), within)
        except asyncio.TimeoutError:
            raise GuestError(f"a cell was not over after {within:.0f} s: {cell[:60]!r}") from None
        except (OSError, HTTPClientError, WebSocketClosedError) as error:
            raise GuestError(f"the connection to the kernel was lost: {error}") from error

    async def _run(self, cell: str, began: float) -> Ran:
        if not self._kernel:
            made = await self._post(f"{self.path}/api/kernels", {"name": "python3"})
            self._kernel = made["id"]
        path = f"{self.path}/api/kernels/{self._kernel}/channels"
        error, texts = "", []
        request = _execute_request(cell)
        asked = self._web.build_request("GET", f"{path}?session_id={uuid.uuid4().hex}")
        url = asked.url.copy_with(scheme="wss" if asked.url.scheme == "https" else "ws")
        connects = HTTPRequest(
            str(url),
            headers={"Cookie": asked.headers["Cookie"]},
            ssl_options=self._tls,
            # A kernel on a busy machine takes its time to answer: who runs a cell says how long.
            connect_timeout=0,
            request_timeout=0,
        )
        kernel = await websocket_connect(connects, max_message_size=2**28)
        try:
            await kernel.write_message(json.dumps(request))
            while (received := await kernel.read_message()) is not None:
                message = json.loads(received)
                if message["parent_header"].get("msg_id") != request["header"]["msg_id"]:
                    continue
                content = message["content"]
                if message["msg_type"] == "error":
                    error = f"{content['ename']}: {content['evalue']}"
                elif message["msg_type"] == "stream":
                    texts.append(content["text"])
                elif message["msg_type"] in ("execute_result", "display_data"):
                    texts.append(content["data"].get("text/plain", ""))
                elif message["msg_type"] == "status" and content["execution_state"] == "idle":
                    return Ran(error, "".join(texts), time.monotonic() - began)
        finally:
            kernel.close()
        raise GuestError("the connection to the kernel was closed")

    async def _get(self, path: str) -> None:
        answer = await self._request("GET", path)
        if answer.is_error:
            raise GuestError(_said(answer))

    async def _post(self, path: str, said: Mapping[str, Any]) -> Any:
        headers = self._token_for(f"{self.path}/")
        answer = await self._request("POST", path, json=said, headers=headers)
        if answer.is_error:
            raise GuestError(_said(answer))
        return answer.json()

    async def _request(
        self, method: str, path: str, *, remember: bool = True, **options: Any
    ) -> httpx.Response:
        try:
            answer = await self._web.request(method, path, **options)
        except httpx.HTTPError as error:
            raise GuestError(f"no answer at {path}: {type(error).__name__} {error}") from error
        if remember and answer.is_error:
            self.refused.append((method, answer.url.path, answer.status_code))
        return answer

    def _token_for(self, path: str) -> dict[str, str]:
        return {"X-XSRFToken": self._xsrf(path)}

    def _xsrf(self, path: str) -> str:
        """Return the token that a form or a request under this path has to carry."""
        found = [each for each in self._web.cookies.jar if each.name == "_xsrf"]
        return next((each.value or "" for each in found if each.path == path), "")


def _execute_request(cell: str) -> dict[str, Any]:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "version": "5.3"}
    header |= {"session": uuid.uuid4().hex, "username": "", "date": ""}
    content = {"code": cell, "silent": False, "store_history": True, "stop_on_error": False}
    content |= {"user_expressions": {}, "allow_stdin": False}
    message = {"header": header, "content": content, "channel": "shell", "buffers": []}
    return {**message, "parent_header": {}, "metadata": {}}


def _said(answer: httpx.Response) -> str:
    """Return what a page of the room says is wrong."""
    marked = answer.text.partition('class="login_error" role="alert">')[2].partition("</p>")[0]
    return unescape(marked.strip()) or f"{answer.status_code} at {answer.url.path}"
