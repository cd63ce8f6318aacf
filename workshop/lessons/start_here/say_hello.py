"""Exercise say_hello: how a check, a hint and a solution work."""

from __future__ import annotations

from workshop.exercises import Exercise, Trial, expect

say_hello = Exercise(
    "say_hello",
    lesson="start_here",
    module="hello_workflow",
    hints=[
        "The method `run` is what the workflow does. What it returns is the workflow's result.",
        'Python puts a value into a text like this: `f"Hello, {name}!"`.',
    ],
)


@say_hello.requires("greets by the name it is given")
async def greets(trial: Trial) -> None:
    for name in ("Ada", "Grace Hopper", "bell hooks"):
        run = await trial.run("HelloWorkflow", name)
        result = run.expect_completed()
        expect(
            result == f"Hello, {name}!",
            expected=f"the result 'Hello, {name}!' when the workflow is started with '{name}'",
            happened=f"the result was {result!r}.",
            think="what run() returns.",
        )
