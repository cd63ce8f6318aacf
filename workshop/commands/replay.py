"""``workshop replay``: recorded histories against the code as it is now, for a terminal and for CI."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from temporalio import workflow
from temporalio.worker import Plugin

from workshop.history import History, UnreadableHistory
from workshop.history.exports import split, text_of
from workshop.replay import ReplayError, replay
from workshop.replay.modules import CannotImport, imported, undisturbed
from workshop.temporal.messages import tidy_messages

#: Exit codes: everything replays; something does not; something could not be tried.
REPLAYS, DIFFERS, BAD_INPUT = 0, 1, 2
#: The exit code of a program that Ctrl-C ended.
INTERRUPTED = 130


class BadInput(Exception):
    """A module or a history that cannot be used; the message says why and what to do."""


_BAD = (BadInput, CannotImport, UnreadableHistory, ReplayError)


def replay_histories(
    module: str, files: Sequence[Path], converter: str | None, plugins: Sequence[str]
) -> int:
    """Print what became of each history and return the exit code."""
    console = Console(highlight=False, soft_wrap=True)
    tidy_messages()  # what the SDK logs of a replay is in its result
    try:
        workflows = _workflows(imported(module))
        options = _options(converter, plugins)
    except _BAD as bad:
        console.print(f"✗ {bad}", markup=False)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    codes = []
    try:
        for name, history in _histories(files):
            console.print(name, markup=False)
            told, code = _outcome(module, history, workflows, options)
            console.print(f"{told}\n", markup=False)
            codes.append(code)
    except KeyboardInterrupt:
        return INTERRUPTED
    good = codes.count(REPLAYS)
    console.print(f"{good} of {len(codes)} histories replay.")
    return max(codes, default=BAD_INPUT)


def _histories(files: Sequence[Path]) -> Iterator[tuple[str, History | Exception]]:
    """Yield each history of each file under the file's name, or why there is none."""
    for file in files:
        try:
            found = split(file.stem, text_of(file.read_bytes()))
        except (OSError, UnicodeDecodeError) as error:
            yield str(file), BadInput(f"{file} cannot be read: {error}.")
        except UnreadableHistory as bad:
            yield str(file), bad
        else:
            for place, events in enumerate(found, start=1):
                name = f"{file} ({place} of {len(found)})" if len(found) > 1 else str(file)
                try:
                    yield name, History.from_json(file.stem, events)
                except UnreadableHistory as bad:
                    yield name, bad


def _outcome(
    module: str,
    history: History | Exception,
    workflows: dict[str | None, type],
    options: dict[str, Any],
) -> tuple[str, int]:
    """Return what to say of a history, and its exit code. Never raises."""
    try:
        if isinstance(history, Exception):
            raise history
        found = _class_for(history, workflows)
        with undisturbed(module):
            result = asyncio.run(replay(history, found, **options))
    except _BAD as bad:
        seen = f"\n{history!r}" if isinstance(history, History) else ""
        return f"✗ {bad}{seen}", BAD_INPUT
    except SystemExit as end:
        return (
            f"✗ Its code ends the program while it is replayed: sys.exit({end.code!r}). A workflow "
            "ends by returning or raising.",
            BAD_INPUT,
        )
    except Exception as error:  # the sandbox does not take the class, a plugin fails, …
        because = f" ({error.__cause__})" if error.__cause__ else ""
        return f"✗ It cannot be run: {type(error).__name__}: {error}{because}.", BAD_INPUT
    return repr(result), REPLAYS if result.ok else DIFFERS


def _class_for(history: History, workflows: dict[str | None, type]) -> type:
    found = workflows.get(history.workflow_type) or workflows.get(None)
    if found is None:
        known = ", ".join(sorted(name for name in workflows if name))
        raise BadInput(
            f"This is the history of a {history.workflow_type}; the module has {known}. Name the "
            "module that defines it."
        )
    return found


def _workflows(module: ModuleType) -> dict[str | None, type]:
    """Return the workflows by name; a dynamic one, which takes any, has None for a name."""
    found = {
        definition.name: value
        for value in vars(module).values()
        if isinstance(value, type) and (definition := workflow._Definition.from_class(value))
    }
    if not found:
        raise BadInput(f"The module {module.__name__} has no class with @workflow.defn.")
    return found


def _options(converter: str | None, plugins: Sequence[str]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if converter:
        options["data_converter"] = _attribute(converter, "--converter")
    if plugins:
        options["plugins"] = [_plugin(named) for named in plugins]
    return options


def _plugin(named: str) -> Plugin:
    """Return the plugin; what is named may be one, or make one: a class or a function."""
    found = _attribute(named, "--plugin")
    if callable(found) and not isinstance(found, Plugin):
        with undisturbed(named):
            try:
                found = found()
            except (Exception, SystemExit) as error:
                raise BadInput(
                    f"--plugin {named} cannot be made without arguments: {type(error).__name__}: "
                    f"{error}. Name a plugin, or a function without arguments that returns one."
                ) from error
    if not isinstance(found, Plugin):
        raise BadInput(
            f"--plugin {named} is a {type(found).__name__}, not a temporalio.worker.Plugin."
        )
    return found


def _attribute(named: str, option: str) -> Any:
    """Return what ``module:name`` names."""
    module, _, name = named.rpartition(":")
    try:
        if module:
            return getattr(imported(module), name)
    except AttributeError:
        pass
    raise BadInput(f"{option} takes module:name; {named!r} is not there.")
