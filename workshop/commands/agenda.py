"""``workshop agenda``: a session's sheet."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from workshop.course.agenda import (
    AGENDA,
    AgendaError,
    Slot,
    agenda,
    as_json,
    needed_minutes,
    read_results,
    title_of,
)
from workshop.lessons import TRACKS
from workshop.processes.whole_file import write_whole
from workshop.room.files import STATE


def print_agenda(
    minutes: int,
    track: str,
    *,
    begins: str,
    without: str,
    results: Path | None,
    room: Path | None,
) -> int:
    """Print it, and give it to a room's board; return the exit code: 2 for what can't be laid out."""
    console = Console(highlight=False, soft_wrap=True)
    if track not in TRACKS:
        console.print(f"There is no track {track}. There are: {', '.join(TRACKS)}.", markup=False)
        return 2
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", begins):
        console.print(f"{begins} isn't a time of day, as 09:00.", markup=False)
        return 2
    try:
        out = {int(each) for each in filter(None, without.split(","))}
    except ValueError:
        console.print("Name lessons by their numbers: --without 02,03", markup=False)
        return 2
    state = room / STATE if room else None
    if state and not state.is_dir():
        console.print(f"There is no room in {room}.", markup=False)
        return 2
    try:
        needed = needed_minutes(read_results(results)) if results else {}
        slots = agenda(minutes, track, without=out, needed=needed)
    except AgendaError as error:
        console.print(str(error), markup=False)
        return 2
    console.print(_sheet(slots, begins))
    if state:
        write_whole(state / AGENDA, as_json(slots))
        console.print(f"The board of the room in {room} has it.", markup=False)
    return 0


def _sheet(slots: list[Slot], begins: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("min", justify="right")
    table.add_column("")
    now = datetime.strptime(begins, "%H:%M")
    for slot in slots:
        style = "bold" if slot.kind == "exercise" else "dim" if slot.lesson is None else ""
        table.add_row(f"{now:%H:%M}", str(slot.minutes), title_of(slot), style=style)
        now += timedelta(minutes=slot.minutes)
    table.add_row(f"{now:%H:%M}", "", "End")
    return table
