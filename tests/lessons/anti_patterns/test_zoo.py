"""What catches each anti-pattern, against the SDK that is pinned: a new one may change a row."""

from __future__ import annotations

import pytest

from workshop.errors import LabError
from workshop.lab.lab import Lab
from workshop.lessons.anti_patterns.zoo.lights import (
    ANIMALS,
    NOBODY,
    REPLAY,
    SANDBOX,
    WATCHDOG,
    WORLD,
    Sighting,
    look,
)
from workshop.lessons.anti_patterns.zoo.table import Zoo

#: By whom it is caught, by whom with the sandbox off, and what is said first.
VERDICTS = {
    "random_number": (SANDBOX, REPLAY, "Cannot access random.randrange"),
    "unseeded_random": (REPLAY, REPLAY, "[TMPRL1100]"),
    "clock": (SANDBOX, REPLAY, "Cannot access datetime.datetime.now"),
    "uuid_as_id": (SANDBOX, REPLAY, "Cannot access uuid.uuid4"),
    "uuid_as_argument": (SANDBOX, NOBODY, "Cannot access uuid.uuid4"),
    "environment": (SANDBOX, REPLAY, "Cannot access os.environ"),
    "file": (SANDBOX, REPLAY, "Cannot access __builtins__.open"),
    "network": (SANDBOX, WORLD, "Cannot access urllib.request"),
    "network_passed_through": (WORLD, WORLD, "2 charges"),
    "blocking_sleep": (SANDBOX, NOBODY, "Cannot access time.sleep"),
    "busy_loop": (WATCHDOG, WATCHDOG, "[TMPRL1101]"),
    "thread": (SANDBOX, NOBODY, "Cannot access threading.Thread"),
    "set_order": (REPLAY, REPLAY, "[TMPRL1100]"),
    "global_state": (NOBODY, NOBODY, ""),
    "mutating_query": (NOBODY, NOBODY, ""),
    "catch_all": (NOBODY, REPLAY, ""),
}


@pytest.fixture(scope="module")
async def sightings(lab: Lab) -> dict[str, Sighting]:
    return {each.animal: each for each in await look(lab, ANIMALS)}


@pytest.mark.parametrize("name", ANIMALS)
async def test_an_anti_pattern_is_caught_by(name: str, sightings: dict[str, Sighting]) -> None:
    sighting = sightings[name]
    caught_by, without_sandbox, said = VERDICTS[name]
    assert (sighting.caught_by, sighting.caught_without_sandbox) == (caught_by, without_sandbox)
    assert said in sighting.said


def test_every_animal_has_a_verdict() -> None:
    assert set(VERDICTS) == set(ANIMALS)


async def test_the_table_fills_and_judges_guesses(lab: Lab) -> None:
    zoo = Zoo(lab)
    assert "sandbox, at once" not in repr(zoo)
    zoo.guess(clock="sandbox", set_order="nobody")
    await zoo.look("clock", "set_order")
    lines = {line.split()[0]: line for line in repr(zoo).splitlines()}
    assert "✓ sandbox, at once" in lines["clock"]
    assert "✗ nobody" in lines["set_order"] and "replay, later" in lines["set_order"]
    assert lines["file"] == "file"
    assert "Set" in repr(zoo.source("set_order"))
    with pytest.raises(LabError, match="There is no 'elephant' here"):
        zoo.guess(elephant="nobody")
