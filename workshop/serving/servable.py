"""What of a module a worker can serve: its workflows, its activities, what a `Worker` needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

from temporalio import activity, workflow

from workshop.orders import ALL_ACTIVITIES

#: The environment variables by which `workshop.serving.worker` knows what to serve, and where.
MODULE, TASK_QUEUE = "WORKSHOP_SERVE_MODULE", "WORKSHOP_SERVE_TASK_QUEUE"

#: Threads for activities that are plain functions: as many as a Worker runs at the same time.
THREADS = 100

# The SDK marks workflow classes and activity functions; its readers of these marks are not public.


def workflows_in(values: Iterable[object]) -> dict[str, type]:
    """Return the workflow classes among ``values``, by workflow type."""
    return {
        definition.name or value.__name__: value
        for value in values
        if isinstance(value, type) and (definition := workflow._Definition.from_class(value))
    }


def is_sandboxed(workflow_class: type) -> bool:
    """Return whether the class leaves the sandbox on."""
    definition = workflow._Definition.from_class(workflow_class)
    return definition is None or definition.sandboxed


def activities_in(values: Iterable[object]) -> dict[str, Callable[..., Any]]:
    """Return the activity functions among ``values``, by activity type."""
    return {
        definition.name or "": value
        for value in values
        if callable(value)
        and not isinstance(value, type)
        and (definition := activity._Definition.from_callable(value))
    }


def options_for(module: ModuleType, given: Iterable[object] = ()) -> dict[str, Any]:
    """Return the arguments for a `Worker` that serves the module.

    The course's activities come along, and ``given`` workflows and activities; the module's own
    of the same name take their places.
    """
    given = list(given)
    own = list(vars(module).values())
    return {
        "workflows": list(workflows_in([*given, *own]).values()),
        "activities": list(activities_in([*ALL_ACTIVITIES, *given, *own]).values()),
        "activity_executor": ThreadPoolExecutor(THREADS, thread_name_prefix=module.__name__),
    }
