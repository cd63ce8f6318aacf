"""``workshop bundle``: all that a laptop needs to install the course without internet, as a folder.

The room's machine serves it, or it goes around on a stick. It has the course's wheel and those of all
it stands on, for several systems and Pythons. A Python itself isn't in it, nor is anything for
Windows, where Temporal's server has no wheel, or for a Mac with an Intel processor, where
argon2-cffi-bindings has none.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from email.parser import HeaderParser
from html import escape
from importlib.metadata import version
from pathlib import Path

from workshop.errors import LabError

NAME = "temporal-workshop"

#: The systems that a bundle can be for: what uv calls them, and the platform tags of their wheels
#: (packaging.python.org, "platform compatibility tags"). glibc 2.28 is that of Debian 10.
_GLIBC = (5, 12, 17, 24, 26, 27, 28)
_MACOS = ("10_9", "10_12", "10_13", "10_15", "11_0", "12_0", "13_0")
PLATFORMS = {
    "linux-x86_64": (
        "x86_64-manylinux_2_28",
        [*(f"manylinux_2_{each}_x86_64" for each in _GLIBC), "manylinux2014_x86_64"],
    ),
    "linux-aarch64": (
        "aarch64-manylinux_2_28",
        [*(f"manylinux_2_{each}_aarch64" for each in _GLIBC), "manylinux2014_aarch64"],
    ),
    "macos-arm64": (
        "aarch64-apple-darwin",
        [f"macosx_{each}_{kind}" for each in _MACOS for kind in ("arm64", "universal2")],
    ),
}

#: The systems that it is for unless others are asked for.
USUAL_PLATFORMS = ("linux-x86_64", "macos-arm64")

#: The Pythons that a bundle can be for.
PYTHONS = ("3.10", "3.11", "3.12", "3.13")

PAGE = Path(__file__).parent / "pages" / "bundle.html"

_PACKAGE = Path(__file__).parents[1]


class BundleError(LabError):
    """The bundle can't be made; the message says why."""


def make_bundle(
    folder: Path, platforms: Iterable[str], pythons: Iterable[str], say: Callable[[str], None]
) -> None:
    """Fill a folder with ``index.html``, which tells what to type, and ``wheels/``.

    What is there already isn't downloaded again.

    Args:
        folder: where it is to be.
        platforms: of `PLATFORMS`.
        pythons: of `PYTHONS`.
        say: gets a sentence for each step.

    Raises:
        BundleError: something is not to be had, or can't be written.
    """
    wheels = folder / "wheels"
    try:
        wheels.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BundleError(f"The bundle can't be kept in {folder}: {error.strerror}.") from None
    platforms, pythons = list(platforms), list(pythons)
    say("The course …")
    _make_course(wheels)
    for system in platforms:
        for python in pythons:
            say(f"What it stands on, for {system} and Python {python} …")
            _download(wheels, system, python)
    (wheels / "index.html").write_text(_index_of(wheels), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    for name, value in {
        "PLATFORMS": ", ".join(platforms),
        "PYTHONS": ", ".join(pythons),
    }.items():
        page = page.replace(f"${name}", escape(value))
    (folder / "index.html").write_text(page, encoding="utf-8")
    size = sum(each.stat().st_size for each in wheels.iterdir()) / 1e6
    say(
        f"\nThe bundle is in {folder}: {size:.0f} MB. To hand it out: workshop room --bundle {folder}"
    )


def _make_course(wheels: Path) -> None:
    for old in wheels.glob(f"{NAME.replace('-', '_')}-*.whl"):
        old.unlink()
    checkout = _PACKAGE.parent
    is_checkout = (checkout / "pyproject.toml").is_file()
    source = str(checkout) if is_checkout else f"{NAME}=={version(NAME)}"
    _run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), source)


def _download(wheels: Path, system: str, python: str) -> None:
    target, tags = PLATFORMS[system]
    pinned = wheels / "pinned.txt"
    try:
        _run(
            *("uv", "pip", "compile", "--quiet", "--no-annotate", "--no-header"),
            *("--python-platform", target, "--python-version", python),
            *("--find-links", str(wheels), "--constraint", str(_constraints())),
            *("--no-emit-package", NAME, "--output-file", str(pinned), "-"),
            given=f"{NAME}=={_version_of(wheels)}",
        )
        _run(
            *("pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"),
            *(option for tag in [*tags, "any"] for option in ("--platform", tag)),
            *("--python-version", python, "--dest", str(wheels), "--requirement", str(pinned)),
        )
    finally:
        pinned.unlink(missing_ok=True)


def _constraints() -> Path:
    """Return the versions that the course was tried with: a wheel carries them."""
    packaged = _PACKAGE / "built" / "constraints.txt"
    return packaged if packaged.is_file() else _PACKAGE.parent / "constraints.txt"


def _version_of(wheels: Path) -> str:
    (course,) = wheels.glob(f"{NAME.replace('-', '_')}-*.whl")
    return course.name.split("-")[1]


def _run(*command: str, given: str = "") -> None:
    """Run a module of this Python; raise `BundleError` with what it wrote unless it succeeds."""
    done = subprocess.run(
        [sys.executable, "-m", *command], input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        wrote = (done.stderr or done.stdout).strip()[-1500:]
        raise BundleError(f"`{' '.join(command[:2])}` failed. It wrote:\n{wrote}")


def _index_of(wheels: Path) -> str:
    """Return the page of links that pip reads: packaging.python.org, "simple repository API"."""
    rows = "\n".join(_rows(wheels))
    return f"<!DOCTYPE html>\n<title>Wheels</title>\n{rows}\n"


def _rows(wheels: Path) -> Iterator[str]:
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            metadata = next(each for each in packed.namelist() if each.endswith("/METADATA"))
            headers = HeaderParser().parsestr(packed.read(metadata).decode("utf-8"))
        requires = escape(headers.get("Requires-Python", ""), quote=True)
        yield f'<a href="{wheel.name}" data-requires-python="{requires}">{wheel.name}</a><br>'
