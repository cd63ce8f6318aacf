"""The two faces of a scorecard."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.chaos.orders import declined, shipped
from workshop.chaos.plan import Storm
from workshop.chaos.scorecard import Scorecard
from workshop.displays import as_html

STORM = Storm((shipped().plan, declined().plan), seed=17, down_for=1.2)
CLEAN = Scorecard("order_platform", STORM, (shipped(), declined()))
BAD = Scorecard(
    "order_platform",
    STORM,
    (replace(shipped(mails=()), order_id="storm-1-000"), replace(declined(), result=None)),
)


def test_a_clean_one_says_so_in_its_first_line_and_shows_no_order() -> None:
    assert CLEAN.is_clean
    first, *rest = repr(CLEAN).splitlines()
    assert first == "✓ order_platform in storm 17 · 2 of 2 orders are right"
    assert "✗" not in "".join(rest)
    assert "order-17" not in repr(CLEAN) + as_html(CLEAN)


def test_its_faces_do_not_change_with_what_the_storm_came_to() -> None:
    moved = replace(
        shipped(), order_id="storm-9-000", result={"order_id": "storm-9-000", "status": "shipped"}
    )
    other = replace(CLEAN, records=(moved, declined()))
    assert repr(other) == repr(CLEAN)
    assert as_html(other) == as_html(CLEAN)


def test_it_forecasts_how_often_each_trouble_comes() -> None:
    assert "       1  shipments refused" in repr(CLEAN)
    assert "For 1.2 s the shop was down for everybody." in repr(CLEAN)


def test_a_bad_order_is_shown_with_what_is_wrong_and_what_was_planned_for_it() -> None:
    text = repr(BAD)
    assert text.startswith("✗ order_platform in storm 17 · 0 of 2 orders are right")
    assert re.search(r"\n    ✗ each customer is told  +told nothing: 1 of 2\n", text)
    assert (
        "storm-1-000\n      told nothing: no mail was sent\n      its plan: nothing happens to it"
        in text
    )


def test_the_worst_come_first() -> None:
    worse = replace(declined(mails=()), status="failed", order_id="storm-1-009")
    card = replace(BAD, records=(*BAD.records, worse))
    assert next(bad.order_id for bad in card.bad_orders) == "storm-1-009"


def test_the_picture_says_in_words_what_it_says_in_colour_and_hides_no_markup() -> None:
    card = replace(BAD, module="<b>")
    html = as_html(card)
    assert "told nothing: 1 of 2" in html
    assert "✗" in html
    assert "<b>" not in html
    assert 'aria-label="✗ ' in html
    assert html.count("--jp-") > 5


def test_outcomes_are_counted() -> None:
    assert CLEAN.outcomes == {"declined": 1, "shipped": 1}
    assert BAD.outcomes == {"declined": 1, "nothing": 1}
