"""How one gets into a room: by a name and the room's code, and by the name's PIN from then on."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import Any, ClassVar

from jupyterhub.auth import Authenticator
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LoginHandler
from jupyterhub.utils import url_path_join
from tornado import web
from tornado.httputil import url_concat
from traitlets import Instance, Unicode, default

from workshop.room.seats import INSTRUCTOR, SeatError, Seats, seat_for


class RoomAuthenticator(Authenticator):
    """Learners by `Seats`; the instructor by a key that `workshop room` has printed."""

    seats_file = Unicode(config=True, help="The file of the room's seats.")
    #: One for all: it counts wrong PINs.
    seats = Instance(Seats)
    bundle = Unicode(config=True, help="The folder that is handed out to laptops, or nothing.")
    instructor_key = Unicode(config=True, help="What lets the instructor in.")

    #: The PINs that were made in this moment, by seat, until they have been shown.
    new_pins: ClassVar[dict[str, str]] = {}

    @default("seats")
    def _seats(self) -> Seats:
        return Seats(Path(self.seats_file))

    def normalize_username(self, username: str) -> str:
        """Return a seat's name as the hub has it: `Seats` has made it so already."""
        return username

    def validate_username(self, username: str) -> bool:
        """Whether it can be the name of a seat."""
        return seat_for(username, ()) == username

    async def authenticate(self, _: BaseHandler, data: dict[str, str]) -> str:
        """Return the seat of somebody who may come in.

        Raises:
            HTTPError: 403, with a sentence for whoever may not.
        """
        name, pin = data.get("username", ""), data.get("pin", "")
        if name == INSTRUCTOR and pin:
            if self.instructor_key and hmac.compare_digest(pin, self.instructor_key):
                return INSTRUCTOR
            raise web.HTTPError(403, "That isn't the instructor's key: see the room's terminal.")
        try:
            admission = self.seats.admit(name, data.get("code", ""), pin)
        except SeatError as error:
            raise web.HTTPError(403, str(error)) from None
        if admission.new_pin:
            self.new_pins[admission.seat] = admission.new_pin
        return admission.seat

    def get_handlers(self, _: Any) -> list[tuple[Any, ...]]:
        """Return the room's own pages, and the bundle's: it holds nothing that isn't public."""
        handed_out = {"path": self.bundle, "default_filename": "index.html"}
        bundle = (r"/bundle/(.*)", web.StaticFileHandler, handed_out)
        return [
            ("/login", EntryHandler),
            ("/pin", PinHandler),
            *([bundle] if self.bundle else []),
        ]


class EntryHandler(LoginHandler):
    """The room's door."""

    def _render(
        self, login_error: str | None = None, username: str | None = None, **more: Any
    ) -> Any:
        form = url_concat(self.settings["login_url"], {"next": self.get_argument("next", "")})
        return self.render_template(
            "entry.html",
            form=form,
            trouble=login_error,
            learner=username or self.get_argument("name", ""),
            code=self.get_argument("code", ""),
            xsrf=self.xsrf_token.decode("ascii"),
            **more,
        )

    def get_next_url(self, user: Any = None, default: str | None = None) -> str:
        """Return where to go on: past the new PIN, if there is one."""
        url: str = super().get_next_url(user, default)
        if user and user.name in RoomAuthenticator.new_pins:
            return url_concat(url_path_join(self.hub.base_url, "pin"), {"next": url})
        return url


class PinHandler(BaseHandler):
    """The page that shows a new PIN, once."""

    @web.authenticated
    async def get(self) -> None:
        """Show it and forget it."""
        pin = RoomAuthenticator.new_pins.pop(self.current_user.name, "")
        url = self.get_next_url(self.current_user)
        if not pin:
            self.redirect(url)
            return
        self.set_header("Cache-Control", "no-store")
        learner = self.authenticator.seats.shown(self.current_user.name)
        page = self.render_template("pin.html", learner=learner, pin=pin, go_on=url)
        self.finish(await page)
