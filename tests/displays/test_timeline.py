import re
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree

import pytest

from tests.history.runs import exported, long_history
from workshop.displays import as_html
from workshop.displays.axis import make_axis
from workshop.history import History

NAMES = ["one_of_three_fails", "retries", "stuck", "wait_a_day"]


def drawn(name: str) -> str:
    return as_html(History.from_json("order-1", exported(f"{name}.cli")))


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_is_one_well_formed_figure_without_script_or_asset(name: str) -> None:
    html = drawn(name)
    assert re.fullmatch(r'<figure class="workshop-timeline">.*</figure>', html, re.DOTALL)
    root = ElementTree.fromstring(html)
    assert [child.tag for child in root.iter("figure")] == ["figure"]
    assert not re.search(r"<script|https?:|url\(|@import|\bon\w+=", html)


def test_it_has_a_text_alternative_and_marks_failures_in_words() -> None:
    root = ElementTree.fromstring(drawn("one_of_three_fails"))
    svg = root.find("svg")
    assert svg is not None and svg.get("role") == "img"
    assert "3 activities (2 completed, 1 failed)" in str(svg.get("aria-label"))
    history = History.from_json("order-1", exported("one_of_three_fails.cli"))
    assert root.findtext("details/pre") == repr(history)
    assert any("✗ failed: CardDeclined" in str(text.text) for text in svg.iter("text"))


def test_hovering_tells_input_result_and_attempts() -> None:
    titles = [title.text for title in ElementTree.fromstring(drawn("retries")).iter("title")]
    charge = next(str(text) for text in titles if str(text).startswith("activity charge_card"))
    assert 'charge_card("order-1", 3)' in charge
    assert "completed on attempt 4" in charge and 'result "ch-order-1"' in charge
    assert "the attempt before: BankUnreachable" in charge


def test_a_stuck_workflow_says_so() -> None:
    assert "✗ stuck: NameError: name" in drawn("stuck")


def test_a_skipped_day_is_a_marked_break() -> None:
    assert "// 24h //" in drawn("wait_a_day")


def test_what_users_wrote_is_escaped() -> None:
    export = exported("retries.cli")
    attributes = export["events"][0]["workflowExecutionStartedEventAttributes"]
    attributes["workflowType"]["name"] = "<script>alert('x')</script>"
    html = as_html(History.from_json('"><b>', export))
    assert "<script" not in html and '"><b>' not in html


def calls_made(work: Callable[[], object]) -> int:
    """Return how many functions the work calls: what it costs, on whatever machine."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def test_the_work_of_drawing_grows_as_the_history_does() -> None:
    def work(activities: int) -> int:
        history = long_history(activities)
        return calls_made(lambda: (as_html(history), repr(history)))

    assert work(3333) < 6 * work(666)


@pytest.mark.parametrize("note", ["", "<&>" * 500])
def test_ten_thousand_events_are_drawn_within_a_megabyte(note: str) -> None:
    history = long_history(3333, note)
    html, text = as_html(history), repr(history)
    assert len(history.events) == 10_000
    assert len(html.encode()) < 1_000_000
    assert "are not drawn: this history is long" in html
    assert text.count("\n") >= 3333


def test_a_long_wait_leaves_room_for_what_happened_around_it() -> None:
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    seconds = [0, 0.1, 0.2, 86_400, 86_400.1]
    moments = [start + timedelta(seconds=second) for second in seconds]
    axis = make_axis(moments, 0, 300)
    places = [axis.x(moment) for moment in moments]
    assert places[0] == 0 and places[-1] == pytest.approx(300)
    assert places[1] > 50 and places[4] - places[3] > 50
    assert [gap.length for gap in axis.breaks] == [timedelta(seconds=86_399.8)]
