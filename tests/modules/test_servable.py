"""What a worker is given of a module, of what the lesson gives, and of the course."""

from __future__ import annotations

from types import ModuleType

from temporalio import activity, workflow

from workshop.modules.servable import activities_in, activity_methods_of, options_for


@activity.defn(name="greet")
async def given_greeting() -> None:
    """Stands for a lesson's."""


@activity.defn(name="greet")
async def own_greeting() -> None:
    """Stands for a learner's."""


@workflow.defn
class Given:
    @workflow.run
    async def run(self) -> None:
        pass


def test_given_workflows_and_activities_are_served_with_the_course_s() -> None:
    options = options_for(ModuleType("answer"), iter([Given, given_greeting]))
    assert options["workflows"] == [Given]
    assert given_greeting in options["activities"]
    assert len(options["activities"]) > 1


def test_what_the_module_has_of_the_same_name_takes_its_place() -> None:
    answer = ModuleType("answer")
    answer.greet = own_greeting  # type: ignore[attr-defined]
    options = options_for(answer, [Given, given_greeting])
    assert own_greeting in options["activities"]
    assert given_greeting not in options["activities"]


class Greeter:
    """Has an activity that is a method."""

    def __init__(self, name: str = "Ada") -> None:
        self.name = name

    @activity.defn
    async def greet(self) -> str:
        """Stands for a learner's."""
        return self.name


class GreeterOfSomebody(Greeter):
    """Cannot be made without a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)


async def test_a_method_of_an_object_is_served() -> None:
    assert await activities_in([Greeter, Greeter("Bob")])["greet"]() == "Bob"


async def test_an_object_is_made_of_a_class_that_takes_no_arguments() -> None:
    assert await activities_in([Greeter])["greet"]() == "Ada"


def test_a_class_that_takes_arguments_is_left_alone() -> None:
    assert activities_in([GreeterOfSomebody]) == {}
    assert activity_methods_of(GreeterOfSomebody) == {"greet": "greet"}
