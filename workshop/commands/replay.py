"""``workshop replay``: recorded histories against the code as it is now, for a terminal and for CI."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from temporalio import workflow

from workshop.history import History, UnreadableHistory
from workshop.replay import ReplayError, replay
from workshop.temporal.messages import tidy_messages

#: Exit codes: everything replays; something does not; something could not be tried.
REPLAYS, DIFFERS, BAD_INPUT = 0, 1, 2


class BadInput(Exception):
    """A module or a history that cannot be used; the message says why and what to do."""


def replay_histories(module: str, files: Sequence[Path], converter: str | None) -> int:
    """Print what became of each history and return the exit code."""
    console = Console(highlight=False, soft_wrap=True)
    tidy_messages()  # what the SDK logs of a replay is in its result
    sys.path.insert(0, str(Path.cwd()))
    try:
        workflows = _workflows(_imported(module))
        options = {"data_converter": _attribute(converter)} if converter else {}
    except BadInput as bad:
        console.print(f"✗ {bad}", markup=False)
        return BAD_INPUT
    codes = []
    for file in files:
        console.print(f"{file}", markup=False)
        try:
            told, code = asyncio.run(_replayed(file, workflows, options))
        except (BadInput, UnreadableHistory, ReplayError) as bad:
            told, code = f"✗ {bad}", BAD_INPUT
        console.print(f"{told}\n", markup=False)
        codes.append(code)
    good = codes.count(REPLAYS)
    console.print(f"{good} of {len(codes)} histories replay.")
    return max(codes, default=BAD_INPUT)


async def _replayed(
    file: Path, workflows: dict[str, type], options: dict[str, Any]
) -> tuple[str, int]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} cannot be read: {error}.") from error
    history = History.from_json(file.stem, text)
    found = workflows.get(history.workflow_type)
    if found is None:
        raise BadInput(
            f"{file} is the history of a {history.workflow_type}; the module has "
            f"{', '.join(sorted(workflows))}. Name the module that defines it."
        )
    try:
        result = await replay(history, found, **options)
    except RuntimeError as error:  # the sandbox does not take the class
        if isinstance(error, ReplayError):
            raise
        because = error.__cause__ or error
        raise BadInput(f"{found.__name__} cannot be run: {error} ({because}).") from error
    return repr(result), REPLAYS if result.ok else DIFFERS


def _imported(name: str) -> ModuleType:
    """Import a module by its dotted name or its file."""
    if name.endswith(".py"):
        path = Path(name)
        if not path.is_file():
            raise BadInput(f"There is no file {name}. Name a module or its file.")
        sys.path.insert(0, str(path.parent.resolve()))
        name = path.stem
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise BadInput(
            f"The module {name} cannot be imported: {type(error).__name__}: {error}. Run this in "
            "the folder from which your worker imports it."
        ) from error


def _workflows(module: ModuleType) -> dict[str, type]:
    found = {
        definition.name: value
        for value in vars(module).values()
        if isinstance(value, type)
        and (definition := workflow._Definition.from_class(value))
        and definition.name
    }
    if not found:
        raise BadInput(f"The module {module.__name__} has no class with @workflow.defn.")
    return found


def _attribute(named: str) -> Any:
    """Return what ``module:name`` names."""
    module, _, name = named.partition(":")
    try:
        return getattr(_imported(module), name)
    except AttributeError as error:
        raise BadInput(f"--converter takes module:name; {named!r} is not there.") from error
