"""The help: what it names is there, and each example of the shop works as it stands."""

from __future__ import annotations

import re
import types

from workshop.displays import as_html
from workshop.lab.help import LAB
from workshop.lab.lab import Lab
from workshop.shop.help import SHOP

#: What the kit asks a lab, and a learner has no use for.
_OURS = {
    *("address", "can_come_back", "close", "help", "is_embedded", "is_open", "leave", "restarts"),
    *("task_queues", "web_ui", "workers_of", "workspace"),
}


def test_each_verb_of_the_lab_has_a_row_and_each_row_is_a_verb(lab: Lab) -> None:
    named = {re.search(r"lab\.(\w+)", call).group(1) for call, _ in LAB.rows}  # type: ignore[union-attr]
    there = {name for name in dir(lab) if not name.startswith("_")}
    assert named == there - _OURS


def test_each_example_of_the_shop_can_be_run(lab: Lab) -> None:
    names = {"lab": lab, "order": lab.new_order()}
    verbs = set()
    for call, _ in SHOP.rows:
        eval(call, names)
        verbs.add(call.partition("(")[0].rpartition(".")[2])
    lab.shop.come_back()
    public = {n for n, each in vars(type(lab.shop)).items() if isinstance(each, types.FunctionType)}
    kits = {"close", "next_order_number", "stock", "summaries"}
    assert verbs == {name for name in public if not name.startswith("_")} - kits


def test_the_shop_shows_what_it_can_be_told_to_do(lab: Lab) -> None:
    assert "lose_answer(" in repr(lab.shop)
    assert "lose_answer(" in as_html(lab.shop)
    assert "await lab.history(handle)" in as_html(lab.help())
    assert "await lab.history(handle)" in repr(lab.help())
