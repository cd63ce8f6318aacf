"""The picture's style sheet: JupyterLab's colours, else VS Code's, else plain ones.

Every name begins with `wtl-` and every rule hangs below `.workshop-timeline`, so nothing leaks
into the notebook.
"""

STYLE = """
.workshop-timeline{--wtl-text:var(--jp-ui-font-color1,var(--vscode-foreground,#222));
--wtl-dim:var(--jp-ui-font-color2,var(--vscode-descriptionForeground,#616161));
--wtl-line:var(--jp-border-color2,var(--vscode-panel-border,#d0d0d0));
--wtl-good:var(--jp-success-color1,var(--vscode-testing-iconPassed,#2e7d32));
--wtl-bad:var(--jp-error-color1,var(--vscode-errorForeground,#c62828));
--wtl-warn:var(--jp-warn-color1,var(--vscode-editorWarning-foreground,#b26a00));
--wtl-wait:var(--jp-brand-color1,var(--vscode-textLink-foreground,#1976d2));
margin:0;padding:4px 0;color:var(--wtl-text);overflow-x:auto;
font-family:var(--jp-ui-font-family,system-ui,sans-serif)}
.workshop-timeline figcaption{font-size:13px;margin:0 0 4px}
.workshop-timeline svg{display:block;width:100%;min-width:760px;max-width:1120px;height:auto}
.workshop-timeline text{fill:var(--wtl-text);font-size:12px;
font-family:var(--jp-ui-font-family,system-ui,sans-serif)}
.workshop-timeline .wtl-kind,.workshop-timeline .wtl-tick{fill:var(--wtl-dim);font-size:11px}
.workshop-timeline .wtl-grid{stroke:var(--wtl-line);stroke-width:1}
.workshop-timeline .wtl-break{fill:var(--wtl-line);fill-opacity:.35;stroke:none}
.workshop-timeline .wtl-quiet{fill:var(--wtl-dim);fill-opacity:.45;stroke:none}
.workshop-timeline .wtl-good{fill:var(--wtl-good);stroke:var(--wtl-good)}
.workshop-timeline .wtl-bad{fill:var(--wtl-bad);stroke:var(--wtl-bad)}
.workshop-timeline .wtl-stopped{fill:none;stroke:var(--wtl-dim);stroke-dasharray:3 2}
.workshop-timeline .wtl-open{fill:none;stroke:var(--wtl-warn);stroke-dasharray:5 3}
.workshop-timeline .wtl-wait{fill:none;stroke:var(--wtl-wait);stroke-width:2}
.workshop-timeline .wtl-retry{fill:none;stroke:var(--wtl-bad);stroke-width:1.2;stroke-dasharray:3 2}
.workshop-timeline .wtl-dot{fill:var(--wtl-wait);stroke:var(--wtl-wait)}
.workshop-timeline text.wtl-said-bad{fill:var(--wtl-bad)}
.workshop-timeline text.wtl-said-open{fill:var(--wtl-text)}
.workshop-timeline text.wtl-cross{fill:var(--wtl-bad);font-size:11px;font-weight:bold}
.workshop-timeline text.wtl-on-bar{fill:var(--jp-layout-color0,var(--vscode-editor-background,#fff));font-size:11px;
font-weight:bold}
.workshop-timeline details{font-size:12px}
.workshop-timeline details pre{margin:4px 0;white-space:pre-wrap;color:inherit;background:none}
.workshop-timeline .wtl-note{font-size:12px;color:var(--wtl-dim);margin:4px 0}
"""
