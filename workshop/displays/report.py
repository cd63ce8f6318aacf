"""The verdict on an answer as HTML."""

from __future__ import annotations

import html

from workshop.exercises.engine.report import Following, Line, Report


def as_html(report: Report) -> str:
    """Return the report as one self-contained `<div class="workshop-report">`."""
    rows = [f"<strong>{html.escape(report.heading)}</strong>"]
    if report.message is not None:
        rows.append(f"<p>{html.escape(report.message)}</p>")
    if report.lines:
        rows.append(f"<ul>{''.join(map(_row, report.lines))}</ul>")
    if report.note:
        rows.append(f"<p>{html.escape(report.note)}</p>")
    if report.following:
        rows.append(f'<p class="workshop-next">{_next(report, report.following)}</p>')
    state = report.outcome.name.lower()
    return (
        f'{STYLE}<div role="group" class="workshop-report workshop-{state}" '
        f'aria-label="{html.escape(report.heading)}">{"".join(rows)}</div>'
    )


def _row(line: Line) -> str:
    said = "".join(f"<dt>{word}</dt><dd>{_html(text)}</dd>" for word, text in line.paragraphs)
    finding = f"<dl>{said}</dl>" if said else ""
    return (
        f'<li class="workshop-{line.outcome.name.lower()}">'
        f'<span class="workshop-mark">{line.outcome.value}</span> '
        f"{html.escape(line.title)}{finding}</li>"
    )


def _next(report: Report, following: Following) -> str:
    compare = _html(report.compare).replace("`", "<code>", 1).replace("`", "</code>", 1)
    if following.exercise is None:
        return f"{following.count} That was the last one. {compare}"
    # JupyterLab scrolls to a heading by its text.
    link = f"{following.notebook or ''}#Exercise:-{following.exercise}"
    where = f" in {_html(following.lesson)}" if following.lesson else ""
    return (
        f'{following.count} Next: <a href="{html.escape(link)}">{_html(following.exercise)}</a>'
        f"{where}. {compare}"
    )


def _html(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


STYLE = """<style>
.workshop-report {
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left-width: 5px;
  border-radius: 3px; padding: 8px 14px; max-width: 60em;
  color: var(--jp-content-font-color1, inherit); font-size: var(--jp-content-font-size1, 14px);
}
.workshop-report.workshop-done { border-left-color: var(--jp-success-color1, #2e7d32); }
.workshop-report.workshop-not_yet { border-left-color: var(--jp-error-color1, #c62828); }
.workshop-report.workshop-not_judged { border-left-color: var(--jp-warn-color1, #e65100); }
.workshop-report > p { margin: 6px 0 0; }
.workshop-report ul { list-style: none; margin: 6px 0 0; padding: 0; }
.workshop-report li { margin: 2px 0; }
.workshop-report .workshop-mark { display: inline-block; width: 1.2em; font-weight: bold; }
.workshop-report dl {
  display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 4px 0 8px 1.2em;
}
.workshop-report dt {
  margin: 0; padding: 0; font-weight: 600; color: var(--jp-content-font-color2, #616161);
}
.workshop-report dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
</style>"""
