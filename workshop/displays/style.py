"""The timeline's style sheet: JupyterLab's colours, else VS Code's, else plain ones.

Every name begins with `wtl-` and every rule hangs below `.workshop-timeline`, so nothing leaks
into the notebook. Sizes follow the page's font size.
"""

STYLE = """
.workshop-timeline{--wtl-text:var(--jp-ui-font-color1,var(--vscode-foreground,#222));
--wtl-dim:var(--jp-ui-font-color2,var(--vscode-descriptionForeground,#616161));
--wtl-line:var(--jp-border-color2,var(--vscode-panel-border,#d0d0d0));
--wtl-good:var(--jp-success-color1,var(--vscode-testing-iconPassed,#2e7d32));
--wtl-bad:var(--jp-error-color1,var(--vscode-errorForeground,#c62828));
--wtl-warn:var(--jp-warn-color1,var(--vscode-editorWarning-foreground,#b26a00));
--wtl-wait:var(--jp-brand-color1,var(--vscode-textLink-foreground,#1976d2));
container-type:inline-size;margin:0;padding:4px 0;color:var(--wtl-text);max-width:1200px;
font-size:calc(.9*var(--jp-content-font-size1,14px));line-height:1.35;
font-family:var(--jp-ui-font-family,system-ui,sans-serif)}
.workshop-timeline figcaption{margin:0 0 4px}
.workshop-timeline .wtl-head,.workshop-timeline .wtl-row summary{display:grid;align-items:center;
column-gap:10px;grid-template-columns:8.5em 13em minmax(180px,1fr) 16em}
.workshop-timeline .wtl-scale{grid-column:3}
.workshop-timeline .wtl-row summary{list-style:none;cursor:pointer;border-radius:3px}
.workshop-timeline .wtl-row summary::-webkit-details-marker{display:none}
.workshop-timeline .wtl-row summary:hover{background:var(--jp-layout-color2,#8882)}
.workshop-timeline .wtl-row summary:focus-visible{outline:2px solid var(--wtl-wait)}
.workshop-timeline .wtl-name,.workshop-timeline .wtl-said{overflow:hidden;text-overflow:ellipsis;
white-space:nowrap}
.workshop-timeline .wtl-row[open] .wtl-name,.workshop-timeline .wtl-row[open] .wtl-said{
white-space:normal;overflow-wrap:anywhere}
.workshop-timeline svg{display:block;width:100%;overflow:visible}
.workshop-timeline text{fill:var(--wtl-text);font-size:.9em;
font-family:var(--jp-ui-font-family,system-ui,sans-serif)}
.workshop-timeline .wtl-kind{color:var(--wtl-dim)}
.workshop-timeline .wtl-tick,.workshop-timeline .wtl-gap{fill:var(--wtl-dim)}
.workshop-timeline .wtl-grid{stroke:var(--wtl-line);stroke-width:1}
.workshop-timeline .wtl-break{fill:var(--wtl-line);fill-opacity:.35;stroke:none}
.workshop-timeline .wtl-quiet{fill:var(--wtl-dim);fill-opacity:.45;stroke:none}
.workshop-timeline .wtl-good{fill:var(--wtl-good);stroke:var(--wtl-good)}
.workshop-timeline .wtl-bad{fill:var(--wtl-bad);stroke:var(--wtl-bad)}
.workshop-timeline .wtl-stopped{fill:none;stroke:var(--wtl-dim);stroke-dasharray:3 2}
.workshop-timeline .wtl-open{fill:none;stroke:var(--wtl-warn);stroke-dasharray:5 3}
.workshop-timeline .wtl-nobody{fill:var(--wtl-warn);fill-opacity:.15;stroke:var(--wtl-warn);
stroke-dasharray:1 4}
.workshop-timeline .wtl-wait{fill:none;stroke:var(--wtl-wait);stroke-width:2}
.workshop-timeline .wtl-backoff{stroke:var(--wtl-bad);stroke-width:1.5;stroke-dasharray:2 3}
.workshop-timeline .wtl-retry{fill:none;stroke:var(--wtl-bad);stroke-width:1.2;stroke-dasharray:3 2}
.workshop-timeline .wtl-dot{fill:var(--wtl-wait);stroke:var(--wtl-wait)}
.workshop-timeline .wtl-said-bad{color:var(--wtl-bad)}
.workshop-timeline text.wtl-cross{fill:var(--wtl-bad);font-weight:bold}
.workshop-timeline text.wtl-on-bar{fill:var(--jp-layout-color0,var(--vscode-editor-background,#fff));
font-weight:bold;font-size:11px}
.workshop-timeline pre{margin:2px 0 8px;white-space:pre-wrap;overflow-wrap:anywhere;color:inherit;
background:none;font-size:.95em}
.workshop-timeline .wtl-row pre{margin-left:8.2em}
.workshop-timeline .wtl-more{margin-top:4px}
.workshop-timeline .wtl-more summary{cursor:pointer}
.workshop-timeline .wtl-legend{list-style:none;margin:6px 0;padding:0}
.workshop-timeline .wtl-legend li{display:flex;gap:10px;align-items:center;margin:2px 0}
.workshop-timeline .wtl-legend svg{width:44px;flex:none}
.workshop-timeline .wtl-note{color:var(--wtl-dim);margin:4px 0}
@container (max-width:760px){
.workshop-timeline .wtl-head,.workshop-timeline .wtl-row summary{
grid-template-columns:9em minmax(120px,1fr) 9em;row-gap:0}
.workshop-timeline .wtl-scale{grid-column:2}
.workshop-timeline .wtl-kind{display:none}
.workshop-timeline .wtl-row pre{margin-left:1em}
}
"""
