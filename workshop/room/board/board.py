"""The board: what is known, what the instructor wants, and who is told when any of it changes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from workshop.desk.courier import BEAT
from workshop.desk.orders import EVERY, DeedKind, Rule, What
from workshop.desk.spool import Event
from workshop.room.board.completion import Achieved, achieved
from workshop.room.board.standings import Standing, answered, hands, results, stuck_on
from workshop.room.board.store import Store

#: Seconds between two updates of a page: what happens meanwhile goes together.
UPDATE = 0.5


#: What the board says itself of a learner goes into a spool of its own.
_OWN = "board"


class Board:
    """One room's board. All of it happens in one thread: the event loop's.

    Args:
        store: what is kept.
        shown: returns a learner's name as typed, for a seat.
        agenda: returns the session's slots, as JSON has them; none if there is no agenda.
    """

    def __init__(
        self,
        store: Store,
        shown: Callable[[str], str],
        agenda: Callable[[], list[dict[str, Any]]] = list,
    ) -> None:
        self._agenda = agenda
        self._store = store
        self._shown = shown
        self._standings: dict[str, Standing] = {}
        for each in store.events():
            self._standing(each.learner).take(each)
        #: The bell of each stream that a seat listens with: one that has any is there.
        self._listening: dict[str, set[asyncio.Event]] = {}
        self._watching: set[asyncio.Event] = set()
        #: Until when the instructor may be in whose JupyterLab: seconds since 1970.
        self._helped: dict[str, float] = store.setting("helped", {})
        self._version = 0
        self._changed_at: dict[str, int] = {}

    # What seats do.

    def tell(self, learner: str, spool: str, events: Iterable[tuple[int, Event]]) -> int:
        """Take events of a seat; return the highest number that the board has of this spool.

        Raises:
            sqlite3.Error: they can't be kept; the seat has to send them again.
        """
        new = self._store.add(learner, spool, events)
        for each in new:
            self._standing(learner).take(each)
        if new:
            self._change(learner)
        if any(each.event.kind == "hand" for each in new):
            self._ring(learner)
        return self._store.have(learner, spool)

    async def listen(self, learner: str, spool: str) -> AsyncIterator[dict[str, Any] | None]:
        """Yield what a seat has to know, at once and whenever it changes; None for a sign of life."""
        bell = asyncio.Event()
        self._listening.setdefault(learner, set()).add(bell)
        self._change(learner)
        said: dict[str, Any] | None = None
        try:
            while True:
                bell.clear()
                now = self.orders(learner, spool)
                # What the board has is told with the answer to each event.
                is_new = said is None or {**now, "have": 0} != {**said, "have": 0}
                said = now
                yield now if is_new else None
                await _rung(bell)
        finally:
            self._listening[learner].discard(bell)
            self._change(learner)

    def orders(self, learner: str, spool: str) -> dict[str, Any]:
        """Return what a seat has to know, as JSON: `workshop.desk.orders.Orders`, and ``have``."""
        standing = self._standings.get(learner)
        return {
            "have": self._store.have(learner, spool),
            "rules": self.rules,
            "messages": self._store.messages(learner),
            "deeds": self._store.deeds(learner),
            "pinned": self.pinned,
            "helped": learner in self._helped,
            "raised": standing is not None and standing.raised is not None,
        }

    # What the instructor does.

    @property
    def rules(self) -> dict[str, dict[str, Rule]]:
        """When hints and solutions open: see `workshop.desk.orders.Orders`."""
        rules: dict[str, dict[str, Rule]] = self._store.setting("rules", {})
        return rules

    def set_rule(self, what: What, exercise: str, rule: Rule) -> None:
        """Say when the hints or the solution of an exercise, or of `EVERY` one, open.

        A rule for every exercise takes the place of all that were there.
        """
        rules = self.rules
        rules[what] = (
            {EVERY: rule} if exercise == EVERY else {**rules.get(what, {}), exercise: rule}
        )
        self._store.set("rules", rules)
        self._change()
        self._ring()

    @property
    def pinned(self) -> str:
        """The text in everybody's course panel."""
        text: str = self._store.setting("pinned", "")
        return text

    def pin(self, text: str) -> None:
        """Put a text into everybody's course panel; an empty one takes it away."""
        self._store.set("pinned", text)
        self._change()
        self._ring()

    def send(self, learner: str | None, text: str) -> None:
        """Send a message to a learner, or to everybody."""
        self._store.add_message(learner, text)
        self._ring(learner)

    def do(self, learner: str, what: DeedKind, lesson: str) -> None:
        """Have something done in a learner's workspace: see `workshop.desk.orders.Deed`."""
        self._store.add_deed(learner, what, lesson)
        self._ring(learner)

    def set_clock(self, began: float | None, added: Mapping[int, int]) -> None:
        """Say when the session began, in seconds since 1970; None: it hasn't, or it's over."""
        self._store.set_clock(began, added)
        self._change()

    def lower(self, learner: str) -> None:
        """Lower a learner's hand: somebody has seen to it."""
        number = self._store.have(learner, _OWN) + 1
        self.tell(learner, _OWN, [(number, Event("hand", outcome="lowered"))])

    def help(self, learner: str, until: float) -> None:
        """Tell a learner that the instructor is in their JupyterLab, and note how long that may be.

        Args:
            learner: the seat.
            until: seconds since 1970.
        """
        self._set_helped({**self._helped, learner: until}, learner)

    def leave(self, learner: str) -> None:
        """Tell a learner that the instructor isn't there any more."""
        helped = {each: until for each, until in self._helped.items() if each != learner}
        self._set_helped(helped, learner)

    def overdue(self, now: float) -> list[str]:
        """Return in whose JupyterLab the instructor may not be any longer."""
        return [learner for learner, until in self._helped.items() if until <= now]

    def _set_helped(self, helped: dict[str, float], learner: str) -> None:
        self._store.set("helped", helped)
        self._helped = helped
        self._change(learner)
        self._ring(learner)

    def forget(self, learner: str) -> None:
        """Delete all that is known of a learner."""
        self._store.forget(learner)
        self._standings.pop(learner, None)
        self._change(learner)
        self._ring(learner)

    def forget_old(self, now: float) -> None:
        """Delete what is too old to be kept."""
        self._store.forget_old(now)

    # What the page sees.

    def results(self) -> list[dict[str, str | int | float]]:
        """Return a row for each exercise that a learner has checked, with the name as typed."""
        rows = results(self._standings.values())
        return [{"learner": self._shown(str(row["seat"])), **row} for row in rows]

    def answers(self) -> list[dict[str, str | int]]:
        """Return how many gave which answer at a lesson's end."""
        return answered(self._standings.values())

    def achieved(self, learner: str) -> Achieved:
        """Return what a learner has done, with the name as typed.

        Raises:
            LookupError: nothing is known of this seat.
        """
        return achieved(self._standings[learner], self._shown(learner))

    async def watch(self) -> AsyncIterator[dict[str, Any] | None]:
        """Yield all there is to see, then what has changed since; None for a sign of life."""
        bell = asyncio.Event()
        self._watching.add(bell)
        seen = -1
        try:
            while True:
                bell.clear()
                yield self._news(seen)
                seen = self._version
                while not await _rung(bell):
                    yield None
                await asyncio.sleep(UPDATE)
        finally:
            self._watching.discard(bell)

    def _news(self, seen: int) -> dict[str, Any]:
        """Return what is different from what a page has seen."""
        known = {*self._standings, *(name for name, bells in self._listening.items() if bells)}
        changed = [name for name, version in self._changed_at.items() if version > seen]
        return {
            "learners": [
                self._row(name) for name in sorted(known if seen < 0 else known & {*changed})
            ],
            "gone": [name for name in changed if name not in known],
            "stuck": [asdict(each) for each in stuck_on(self._standings.values())],
            "hands": hands(self._standings.values()),
            "answers": self.answers(),
            "rules": self.rules,
            "pinned": self.pinned,
            "clock": {**self._store.clock, "slots": self._agenda()},
        }

    def _row(self, learner: str) -> dict[str, Any]:
        return {
            **self._standing(learner).as_json(),
            "name": self._shown(learner),
            "here": bool(self._listening.get(learner)),
            "helped": learner in self._helped,
        }

    def _standing(self, learner: str) -> Standing:
        return self._standings.setdefault(learner, Standing(learner))

    def _change(self, learner: str | None = None) -> None:
        """Note that the page has something new to show, of a learner or of everybody."""
        self._version += 1
        if learner:
            self._changed_at[learner] = self._version
        for bell in self._watching:
            bell.set()

    def _ring(self, learner: str | None = None) -> None:
        """Have a seat, or all of them, look at what they have to know."""
        for name in [learner] if learner else [*self._listening]:
            for bell in self._listening.get(name, ()):
                bell.set()


async def _rung(bell: asyncio.Event) -> bool:
    """Wait for a bell and return True; return False if it hasn't rung for `BEAT` seconds."""
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(bell.wait(), timeout=BEAT)
        return True
    return False
