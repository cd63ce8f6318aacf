"""A replay's outcome as HTML: the table and the words of its text."""

from __future__ import annotations

from html import escape

from workshop.replay import Replay
from workshop.replay.verdict import DIFFERS, SAME, cells, heading, said_of, window


def as_html(replay: Replay) -> str:
    """Return the same as one self-contained `<div class="workshop-replay">`."""
    before, rows, after = window(replay)
    body = "".join(
        f'<tr class="wrp-{"differs" if mark == DIFFERS else "same" if mark == SAME else "rest"}">'
        f"<td>{_mark(mark)}</td><td>{event}</td><td>{escape(recorded)}</td>"
        f"<td>{escape(asked)}</td><td>{escape(line)}</td></tr>"
        for mark, event, recorded, asked, line in cells(replay, rows)
    )
    said = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
        for name, _, text in (each.partition(": ") for each in said_of(replay))
    )
    return (
        f'{STYLE}<div role="group" class="workshop-replay wrp-{"ok" if replay.ok else "bad"}" '
        f'aria-label="{escape(heading(replay))}"><strong>{escape(heading(replay))}</strong>'
        f"{_note(before)}<table><thead><tr>"
        '<td></td><th scope="col">event</th><th scope="col">recorded</th>'
        '<th scope="col">your code now</th><th scope="col">line</th>'
        f"</tr></thead><tbody>{body}</tbody></table>{_note(after)}"
        f"{f'<dl>{said}</dl>' if said else ''}</div>"
    )


def _mark(mark: str) -> str:
    said = {DIFFERS: "differs", SAME: "the same"}.get(mark, "")
    return f'<span title="{said}" aria-label="{said}">{mark}</span>' if said else ""


def _note(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


# A class named twice in a selector outweighs JupyterLab's rule that aligns cells to the right.
STYLE = """<style>
.workshop-replay {
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left-width: 5px; border-radius: 3px;
  padding: 8px 14px; max-width: 66em; overflow-x: auto;
  color: var(--jp-content-font-color1, inherit); font-size: var(--jp-content-font-size1, 14px);
}
.workshop-replay.wrp-ok { border-left-color: var(--jp-success-color1, #2e7d32); }
.workshop-replay.wrp-bad { border-left-color: var(--jp-error-color1, #c62828); }
.workshop-replay table { border-collapse: collapse; margin: 6px 0; color: inherit; }
.workshop-replay.workshop-replay th, .workshop-replay.workshop-replay td { text-align: left; padding: 2px 12px 2px 0; }
.workshop-replay th { font-weight: 600; color: var(--jp-content-font-color2, #616161); }
.workshop-replay tr.wrp-differs td {
  font-weight: bold; border-top: 2px solid var(--jp-error-color1, #c62828);
  border-bottom: 2px solid var(--jp-error-color1, #c62828);
}
.workshop-replay p { margin: 4px 0; color: var(--jp-content-font-color2, #616161); }
.workshop-replay dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 4px 0; }
.workshop-replay dt { margin: 0; padding: 0; font-weight: 600; color: var(--jp-content-font-color2, #616161); }
.workshop-replay dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
</style>"""
