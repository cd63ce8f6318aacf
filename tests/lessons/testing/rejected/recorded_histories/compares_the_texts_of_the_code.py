# finding: fails with each change that breaks running orders · none of your tests does
from pathlib import Path

from shop_order import OrderWorkflow

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))


def test_the_histories_are_of_this_workflow() -> None:
    assert HISTORIES
    for path in HISTORIES:
        assert OrderWorkflow.__name__ in path.read_text()
