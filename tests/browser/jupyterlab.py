"""JupyterLab as a person uses it: menus, toolbar buttons and cells, each step waiting for its effect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import nbformat
from playwright.async_api import FrameLocator, Locator, Page, expect

#: Milliseconds that a step of JupyterLab itself may take on a busy machine.
PATIENCE = 30_000

#: Milliseconds that all cells of a lesson may take.
LESSON = 120_000

#: Starts a watch: from the next press of the mouse until a prompt is no longer [*]:, 30 s at most.
_WATCH = """prompt => {
    window.secondsUntilEnded = new Promise(tell => addEventListener("mousedown", async () => {
        const start = performance.now();
        const seconds = () => (performance.now() - start) / 1000;
        while (prompt.textContent === "[*]:" && seconds() < 30) {
            await new Promise(again => setTimeout(again, 10));
        }
        tell(seconds());
    }, {once: true, capture: true}));
}"""

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


@dataclass(frozen=True)
class RunningLab:
    """What `workshop lab` said: JupyterLab's address and the workspace it serves."""

    url: str
    workspace: Path

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return self.url.split("/lab", 1)[0]

    @property
    def token(self) -> str:
        """JupyterLab's token."""
        return self.url.split("token=", 1)[1]

    def page_of(self, notebook: str) -> str:
        """Return the address of a notebook, opened in a JupyterLab with nothing else open."""
        return f"{self.origin}/lab/tree/{notebook}?token={self.token}&reset"

    def write_notebook(self, name: str, *sources: str) -> str:
        """Write a notebook of these code cells into the workspace; return its name."""
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, self.workspace / name)
        return name

    def end_kernels(self) -> None:
        """Shut down every kernel, as Kernel > Shut Down All Kernels does."""
        headers = {"Authorization": f"token {self.token}"}
        with httpx.Client(base_url=self.origin, headers=headers, trust_env=False) as server:
            for session in server.get("/api/sessions").raise_for_status().json():
                server.delete(f"/api/sessions/{session['id']}").raise_for_status()


class JupyterLab:
    """One browser page that has JupyterLab open."""

    def __init__(self, page: Page, lab: RunningLab, screenshots: Path | None) -> None:
        self.page = page
        self.lab = lab
        self.screenshots = screenshots

    async def open(self, notebook: str) -> Notebook:
        """Open a notebook by its address and wait until its kernel is ready."""
        await self.page.goto(self.lab.page_of(notebook))
        return await self.opened(notebook)

    async def opened(self, notebook: str) -> Notebook:
        """Wait until the notebook is drawn and its kernel is ready for work."""
        opened = Notebook(self, self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)"))
        await expect(self.page.locator(".jp-mod-current[role=tab]")).to_contain_text(notebook)
        await expect(opened.panel.locator(".jp-Spinner")).to_have_count(0)
        await expect(self.page.locator("#jp-main-statusbar")).to_contain_text("| Idle")
        return opened

    async def choose(self, menu: str, *entries: str) -> None:
        """Choose an entry of the menu bar; more entries lead through submenus."""
        await self.page.locator(".lm-MenuBar-item").get_by_text(menu, exact=True).click()
        for depth, entry in enumerate(entries):
            item = self.page.locator(".lm-Menu-item:visible").filter(
                has=self.page.locator(
                    ".lm-Menu-itemLabel", has_text=re.compile(f"^{re.escape(entry)}$")
                )
            )
            if depth < len(entries) - 1:
                await item.hover()
            else:
                await item.click()

    async def use_theme(self, theme: str) -> None:
        """Change to the "light" or the "dark" theme, and wait until the page has changed."""
        await self.choose("Settings", "Theme", THEMES[theme])
        await expect(self.page.locator("body")).to_have_attribute(
            "data-jp-theme-name", THEMES[theme]
        )
        await expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)

    async def show_launcher(self) -> Locator:
        """Open the launcher with the + beside the tabs and return it."""
        await self.page.locator(".lm-TabBar-addButton:visible").click()
        launcher = self.page.locator(".jp-Launcher:visible")
        await expect(launcher).to_be_visible()
        return launcher

    async def open_web_ui(self) -> FrameLocator:
        """Open Temporal's Web UI with its tile and return its frame."""
        launcher = await self.show_launcher()
        await launcher.locator(".jp-LauncherCard").filter(has_text="Temporal Web UI").click()
        frame = self.page.locator(".jp-IFrame:visible iframe")
        await expect(frame).to_be_visible()
        return frame.content_frame

    async def shoot(self, name: str, *shown: Locator) -> None:
        """Save screenshots if a folder is named: in both themes, one for each thing shown."""
        if self.screenshots is None:
            return
        self.screenshots.mkdir(parents=True, exist_ok=True)
        for theme in ("dark", "light"):
            await self.use_theme(theme)
            for place, thing in enumerate(shown or [self.page.locator("body")]):
                await thing.evaluate("thing => thing.scrollIntoView({block: 'center'})")
                await self.painted()
                number = f"-{place}" if len(shown) > 1 else ""
                await self.page.screenshot(path=self.screenshots / f"{name}{number}-{theme}.png")

    async def painted(self) -> None:
        """Wait until the browser has drawn what it left out while it was off screen."""
        await self.page.evaluate(
            "() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(done)))"
        )


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, jupyterlab: JupyterLab, panel: Locator) -> None:
        self.jupyterlab = jupyterlab
        self.panel = panel

    @property
    def code_cells(self) -> Locator:
        """All code cells, in order."""
        return self.panel.locator(".jp-CodeCell")

    def cell(self, text: str) -> Locator:
        """Return the one code cell whose source contains ``text``."""
        return self.code_cells.filter(
            has=self.jupyterlab.page.locator(".jp-InputArea-editor", has_text=text)
        )

    async def run_all(self, timeout: float = LESSON) -> None:
        """Choose Run > Run All Cells and wait until every cell has run."""
        await self.jupyterlab.choose("Run", "Run All Cells")
        await expect(self.prompt(self.code_cells.last)).to_have_text(
            re.compile(r"\[\d+\]"), timeout=timeout
        )
        # Of a folded cell a placeholder is shown, which has no number.
        prompts = await self.code_cells.locator(".jp-InputArea-prompt").all_text_contents()
        assert all(re.fullmatch(r"\[\d+\]:", prompt) for prompt in prompts), prompts

    async def run(self, cell: Locator, timeout: float = LESSON) -> None:
        """Run one cell with Shift + Enter and wait until it has run."""
        before = await self.prompt(cell).text_content()
        await self.start(cell)
        await expect(self.prompt(cell)).to_have_text(re.compile(r"\[\d+\]"), timeout=timeout)
        assert await self.prompt(cell).text_content() != before

    async def start(self, cell: Locator) -> None:
        """Run one cell with Shift + Enter and wait until the kernel works on it or has done so."""
        before = await self.prompt(cell).text_content() or ""
        await cell.locator(".cm-content").click()
        await self.jupyterlab.page.keyboard.press("Shift+Enter")
        await expect(self.prompt(cell)).not_to_have_text(before)

    async def write(self, cell: Locator, source: str) -> None:
        """Replace a cell's source by typing over it."""
        await cell.locator(".cm-content").click()
        await self.jupyterlab.page.keyboard.press("ControlOrMeta+a")
        await self.jupyterlab.page.keyboard.insert_text(source)

    async def stop(self, cell: Locator) -> float:
        """Press ■ and wait until the cell has ended; return the seconds that took.

        The browser itself holds the watch: Playwright looks only now and then.
        """
        await self.prompt(cell).evaluate(_WATCH)
        await self.panel.locator('jp-button[title="Interrupt the kernel"]').click()
        seconds: float = await self.jupyterlab.page.evaluate("window.secondsUntilEnded")
        return seconds

    def prompt(self, cell: Locator) -> Locator:
        """Return the place beside a cell that says [ ]:, [*]: or [7]:."""
        return cell.locator(".jp-InputPrompt")

    async def save(self) -> list[Any]:
        """Choose File > Save Notebook; return the code cells as the file then has them."""
        await self.jupyterlab.choose("File", "Save Notebook")
        tab = self.jupyterlab.page.locator(".jp-mod-current[role=tab]")
        await expect(tab).not_to_have_class(re.compile("jp-mod-dirty"))
        path = self.jupyterlab.lab.workspace / (await tab.inner_text()).strip()
        cells = nbformat.read(path, as_version=4).cells
        return [cell for cell in cells if cell.cell_type == "code"]
