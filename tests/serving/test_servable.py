"""What a worker is given of a module, of what the lesson gives, and of the course."""

from __future__ import annotations

from types import ModuleType

from temporalio import activity, workflow

from workshop.serving.servable import options_for


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
