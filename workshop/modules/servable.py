"""What of a module a worker can serve: its workflows, its activities, what a `Worker` needs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

from temporalio import activity, workflow

from workshop.orders import ALL_ACTIVITIES

#: The environment variables by which `workshop.modules.serve` knows what to serve, and where.
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
    """Return the activities among ``values``, by activity type.

    They are functions and methods of objects. A class of which there is no object is made one of,
    if that takes no arguments.
    """
    values = list(values)
    return {
        definition.name or "": function
        for value in values
        for function in _activities_of(value, values)
        if (definition := activity._Definition.from_callable(function))
    }


def activity_methods_of(value: type) -> dict[str, str]:
    """Return the names of the class's methods that are activities, by activity type."""
    return {
        definition.name or "": name
        for name in dir(value)
        if (definition := _definition_of(inspect.getattr_static(value, name)))
    }


def _takes_no_arguments(value: type) -> bool:
    """Return whether an object of the class can be made without arguments."""
    try:
        inspect.signature(value).bind()
    except (TypeError, ValueError):
        return False
    return not inspect.isabstract(value)


def _activities_of(value: object, values: list[object]) -> list[Callable[..., Any]]:
    """Return a function as it is, of an object its methods that are activities."""
    if not isinstance(value, type):
        methods = activity_methods_of(type(value)).values()
        return [getattr(value, name) for name in methods] or ([value] if callable(value) else [])
    is_needed = activity_methods_of(value) and not any(isinstance(each, value) for each in values)
    is_workflow = workflow._Definition.from_class(value) is not None
    if is_needed and not is_workflow and _takes_no_arguments(value):
        return _activities_of(value(), values)
    return []


def _definition_of(attribute: object) -> activity._Definition | None:
    """Return what @activity.defn has noted on a method, be it static, of the class or plain."""
    function = getattr(attribute, "__func__", attribute)
    return activity._Definition.from_callable(function) if callable(function) else None


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
