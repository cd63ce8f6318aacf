"""What the board is asked: the bodies of requests. What doesn't fit is refused (422)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from workshop.desk.orders import DeedKind
from workshop.desk.spool import Kind

#: The longest text of a seat, and of the instructor.
SHORT, LONG = 200, 2000

Short = Annotated[str, Field(max_length=SHORT)]
Long = Annotated[str, Field(max_length=LONG)]


class Told(BaseModel):
    """An event with its number: see `workshop.desk.spool.Event`."""

    number: int = Field(gt=0)
    kind: Kind
    exercise: Short
    outcome: Short
    title: Short
    at: Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Telling(BaseModel):
    """What a seat tells at a time."""

    spool: Short
    events: list[Told] = Field(max_length=1000)


class Listening(BaseModel):
    """Which spool a seat has."""

    spool: Short


class NewRule(BaseModel):
    """When something opens: see `workshop.desk.orders.Rule`."""

    what: Literal["hints", "solution"]
    exercise: Short
    rule: Annotated[int, Field(ge=0)] | None


class NewClock(BaseModel):
    """When the session began: seconds since 1970; None stops the clock. And the minutes that slots of
    the agenda last longer than planned, by their places from 0.
    """

    began: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None
    added: dict[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0, le=24 * 60)]] = {}


class NewLaptop(BaseModel):
    """Whose laptop is to tell the board something."""

    name: Short


class NewText(BaseModel):
    """A text for everybody's panel."""

    text: Long


class NewDeed(BaseModel):
    """What is to be done in a learner's workspace: see `workshop.desk.orders.Deed`."""

    learner: Short
    what: DeedKind
    lesson: Short


class NewMessage(BaseModel):
    """A message to a learner, or to everybody."""

    learner: Short | None
    text: Annotated[str, Field(min_length=1, max_length=LONG)]
