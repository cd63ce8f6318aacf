"""A storm that a test has drawn, over a platform in the lab's workspace."""

from __future__ import annotations

from collections.abc import Callable

from workshop.chaos.plan import Storm
from workshop.chaos.scorecard import Scorecard
from workshop.chaos.storm import run_storm
from workshop.lab.lab import Lab


async def storm_over(
    lab: Lab, module: str, storm: Storm, tell: Callable[[str], None] | None = None
) -> Scorecard:
    """Let it go over the platform in ``work/<module>.py``."""
    return await run_storm(
        lab.client,
        lab.shop,
        module,
        storm,
        folder=lab.workspace.work,
        environment=lab.address.environment,
        tell=tell,
    )
