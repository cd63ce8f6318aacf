import re
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from tests.history.runs import exported, long_history
from workshop.displays import as_html
from workshop.displays.axis import make_axis
from workshop.displays.timeline import _short
from workshop.history import History, words

NAMES = ["one_of_three_fails", "retries", "stuck", "wait_a_day"]


def drawn(name: str) -> str:
    return as_html(History.from_json("order-1", exported(f"{name}.cli")))


def rows_of(name: str) -> dict[str, ElementTree.Element]:
    """The rows of a picture by what they say first: kind and name."""
    found = {}
    for row in ElementTree.fromstring(drawn(name)).iter("details"):
        if row.get("class") == "wtl-row":
            kind, called = (span.text for span in row.findall("summary/span")[:2])
            found[f"{kind} {called}"] = row
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_is_one_well_formed_figure_without_script_or_asset(name: str) -> None:
    html = drawn(name)
    assert re.fullmatch(r'<figure class="workshop-timeline" .*</figure>', html, re.DOTALL)
    root = ElementTree.fromstring(html)
    assert [child.tag for child in root.iter("figure")] == ["figure"]
    assert not re.search(r"<script|https?:|url\(|@import|\bon\w+=", html)


def test_it_has_a_text_alternative_and_marks_failures_in_words() -> None:
    root = ElementTree.fromstring(drawn("one_of_three_fails"))
    assert "3 activities (2 completed, 1 failed)" in str(root.get("aria-label"))
    assert all(svg.get("aria-hidden") for svg in root.findall("*/summary/svg"))
    history = History.from_json("order-1", exported("one_of_three_fails.cli"))
    assert root.findall("details")[-1].findtext("pre") == repr(history)
    said = [span.text for span in root.iter("span") if "wtl-said-bad" in str(span.get("class"))]
    assert any("✗ failed: CardDeclined" in str(text) for text in said)


def test_a_row_unfolds_to_all_that_is_known_of_its_step() -> None:
    charge = rows_of("retries")['activity charge_card("order-1", 3)'].findtext("pre") or ""
    assert 'charge_card("order-1", 3)' in charge
    assert "completed on attempt 4" in charge and 'result "ch-order-1"' in charge
    assert "the attempt before: BankUnreachable" in charge
    assert "11 ActivityTaskScheduled, 12 ActivityTaskStarted, 13 ActivityTaskCompleted" in charge
    assert re.search(r"\d+ms after the start, for \d", charge)


def test_a_long_call_leaves_its_arguments_to_the_details() -> None:
    name = f"charge_card({'x' * 30})"
    assert _short(name) == "charge_card(…)"
    assert _short('charge_card("order-1", 3)') == 'charge_card("order-1", 3)'


def test_each_attempt_is_drawn_and_the_waits_between_them_grow() -> None:
    track = rows_of("retries")['activity charge_card("order-1", 3)'].find("summary/svg")
    assert track is not None
    attempts = [each for each in track.iter("rect") if each.get("class") == "wtl-bad"]
    assert len(attempts) == 3
    (last,) = [each for each in track.iter("rect") if each.get("class") == "wtl-good"]
    places = [float(str(each.get("x")).rstrip("%")) for each in [*attempts, last]]
    waits = [after - before for before, after in pairwise(places)]
    assert waits == sorted(waits) and waits[0] > 0
    assert any(each.get("class") == "wtl-backoff" for each in track.iter("line"))


@pytest.mark.parametrize(("name", "skipped"), [("retries", False), ("wait_a_day", True)])
def test_the_workflows_clock_is_named_where_time_was_skipped(name: str, skipped: bool) -> None:
    assert ("on the workflow's clock" in drawn(name)) == skipped


def test_what_had_no_worker_and_who_goes_on_is_marked() -> None:
    history = History.from_json("order-1", exported("one_of_three_fails.cli"))
    assert 'class="wtl-nobody"' not in as_html(history).partition("How to read this")[0]
    events = [HistoryEvent.FromString(event.SerializeToString()) for event in history.events]
    second = history.workflow_tasks[1].started_event
    for event in events:
        if event.event_id >= (second or 0):
            event.event_time.seconds += 3
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED:
                event.workflow_task_started_event_attributes.identity = "another"
    html = as_html(History.from_events("order-1", events)).partition("How to read this")[0]
    tasks = html.rpartition(">workflow tasks<")[2]
    assert tasks.count('class="wtl-nobody"') == 1
    assert "no worker took it for 3s" in html
    assert html.count(">gone; another took over<") == 1


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
    axis = make_axis(moments, 0, 1000)
    places = [axis.x(moment) for moment in moments]
    assert places[0] == 0 and places[-1] == pytest.approx(1000)
    assert places[1] > 150 and places[4] - places[3] > 150
    assert [gap.length for gap in axis.breaks] == [timedelta(seconds=86_399.8)]
    ticks = [(round(tick.place), tick.label, tick.after_break) for tick in axis.ticks()]
    assert (0, timedelta(0), False) in ticks
    assert (round(places[3]), timedelta(days=1), False) in ticks  # how late it is in all


@pytest.mark.parametrize("seconds", [0.003, 0.16, 1.0, 3.1, 47, 600, 5000, 90_000, 3_000_000])
def test_ticks_are_round_and_true_to_scale(seconds: float) -> None:
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    moments = [start + timedelta(seconds=seconds * part) for part in (0, 0.3, 0.62, 1)]
    axis = make_axis(moments, 0, 1000)
    ticks = axis.ticks()
    assert 3 <= len(ticks) <= 7
    labels = [tick.label.total_seconds() for tick in ticks]
    step = labels[1]
    assert labels == pytest.approx([step * place for place in range(len(labels))])
    assert [tick.place for tick in ticks] == pytest.approx(
        [label / seconds * 1000 for label in labels], abs=0.5
    )
    assert len({words.span(tick.label) for tick in ticks}) == len(ticks), "two ticks say the same"
