// A diagram keeps the colours of the theme that it was drawn in: after a change it is drawn again.

import { IThemeManager } from '@jupyterlab/apputils';
import { MarkdownCell } from '@jupyterlab/cells';
import { INotebookTracker } from '@jupyterlab/notebook';
import { MimeModel } from '@jupyterlab/rendermime';

export function redrawDiagrams(tracker: INotebookTracker, themes: IThemeManager): void {
  themes.themeChanged.connect(() => {
    // JupyterLab forgets what it has drawn on the same signal.
    requestAnimationFrame(() => {
      tracker.forEach(({ content }) => {
        for (const cell of content.widgets) {
          const source = cell.model.sharedModel.getSource();
          if (cell instanceof MarkdownCell && cell.rendered && source.includes('```mermaid')) {
            const data = { 'text/markdown': source };
            void cell.renderer.renderModel(new MimeModel({ data }));
          }
        }
      });
    });
  });
}
