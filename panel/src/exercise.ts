// An exercise in a notebook: its cell, the cell that checks it, and what the buttons do.

import { Dialog, showDialog } from '@jupyterlab/apputils';
import { Cell, CodeCell } from '@jupyterlab/cells';
import { IOutput } from '@jupyterlab/nbformat';
import { Notebook, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { KernelMessage } from '@jupyterlab/services';
import { TranslationBundle } from '@jupyterlab/translation';

import { cellsOf, Course, forget, ICells, keep, sayNotRun } from './course';

/** How far below an exercise's cell the one is looked for that checks it. */
const NEAR = 4;

/** The name of the exercise that a cell is; undefined if it is none. */
export function exerciseOf(cell: Cell | null | undefined): string | undefined {
  const name = cell?.model?.sharedModel.getMetadata('exercise');
  return cell instanceof CodeCell && typeof name === 'string' ? name : undefined;
}

/** Whether a cell checks an exercise. */
export function isCheck(cell: Cell): boolean {
  return /\.check\(\)/.test(cell.model?.sharedModel.getSource() ?? '');
}

/** The exercise cell that the active cell is or belongs to: itself, or the one above its check. */
export function activeExercise(notebook: Notebook): CodeCell | undefined {
  return notebook.activeCell ? exerciseAbove(notebook, notebook.activeCell) : undefined;
}

/** The exercise cell that a cell is or belongs to. */
export function exerciseAbove(notebook: Notebook, cell: Cell): CodeCell | undefined {
  const cells = notebook.widgets;
  const at = cells.indexOf(cell);
  for (let back = 0; back < NEAR && at - back >= 0; back++) {
    const each = cells[at - back];
    if (exerciseOf(each) !== undefined) {
      return each as CodeCell;
    }
  }
  return undefined;
}

export class Buttons {
  constructor(
    private _course: Course,
    private _trans: TranslationBundle,
    private _showDifference: (name: string, cells: ICells) => void
  ) {}

  /** Run the cell, then the one that checks it. */
  async check(panel: NotebookPanel, cell: CodeCell): Promise<void> {
    const name = exerciseOf(cell)!;
    await this._openLab(panel);
    const checking = this._checkCell(panel, cell) ?? this._addCheckCell(panel, cell, name);
    (checking as CodeCell).model.clearExecution(); // an old verdict is none of what is there now
    if (!(await this._run(panel, cell))) {
      // What is wrong stands below the cell; an instructor sees that somebody is stuck.
      void sayNotRun(name);
      return;
    }
    await this._run(panel, checking);
    panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
    panel.content.mode = 'command';
    await panel.content.scrollToCell(checking, 'smart');
    (checking as CodeCell).outputArea.node.scrollIntoView({ block: 'nearest' });
    await this._course.refresh();
    void panel.context.save(); // a page that is reloaded shows the verdict again
  }

  /** Run a cell and leave the view where it is. JupyterLab would go to the active cell. */
  private async _run(panel: NotebookPanel, cell: Cell): Promise<boolean> {
    const view = panel.content.outerNode;
    const before = view.scrollTop;
    const running = NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
    const stay = (): void => {
      view.scrollTop = before;
    };
    stay();
    requestAnimationFrame(stay);
    return running;
  }

  /** Give the next hint, below the cell. */
  async hint(panel: NotebookPanel, cell: CodeCell): Promise<void> {
    await this._say(panel, cell, 'hint()');
    (cell.outputArea.node.lastElementChild ?? cell.node).scrollIntoView({ block: 'nearest' });
    await this._course.refresh();
  }

  /** Show ours beside mine; ask first, unless the exercise is done. */
  async solution(_: NotebookPanel, cell: CodeCell): Promise<void> {
    const name = exerciseOf(cell)!;
    const { locked } = await cellsOf(name);
    if (locked) {
      await showDialog({
        title: this._trans.__('Not open yet'),
        body: locked,
        buttons: [Dialog.okButton()]
      });
      return;
    }
    if (this._course.find(name)?.outcome !== 'done' && !this._warned.has(name)) {
      const answer = await showDialog({
        title: this._trans.__('See our solution?'),
        body: this._trans.__('You learn most from the minute before you look.'),
        buttons: [
          Dialog.cancelButton({ label: this._trans.__("I'll try a little longer") }),
          Dialog.okButton({ label: this._trans.__('Show it') })
        ]
      });
      if (!answer.button.accept) {
        return;
      }
      this._warned.add(name);
    }
    const cells = await cellsOf(name);
    this._showDifference(name, cells);
  }

  /** Begin with my answer to the exercise that this one builds on. */
  async startFromMine(panel: NotebookPanel, cell: CodeCell): Promise<void> {
    const name = exerciseOf(cell)!;
    const { base, starter } = await cellsOf(name);
    if (base === null) {
      const other = this._course.find(name)?.buildsOn;
      await showDialog({
        title: this._trans.__('Nothing to start from'),
        body: other
          ? this._trans.__("You haven't run an answer to %1 yet.", other)
          : this._trans.__('%1 does not build on another exercise.', name),
        buttons: [Dialog.okButton()]
      });
      return;
    }
    await this._replace(panel, cell, base, starter);
    const other = this._course.find(name)!.buildsOn!;
    this._tell(
      cell,
      this._trans.__('This is your answer to %1. The original cell may have more in it: Reset brings it back.', other)
    );
  }

  /** Put the cell back as it came. */
  async reset(panel: NotebookPanel, cell: CodeCell): Promise<void> {
    const { starter } = await cellsOf(exerciseOf(cell)!);
    await this._replace(panel, cell, starter, starter);
    await forget(exerciseOf(cell)!);
    await this._course.refresh();
  }

  /** Replace a cell's text; what was there is kept, and Ctrl-Z brings it back. */
  private async _replace(
    panel: NotebookPanel,
    cell: CodeCell,
    source: string,
    starter: string
  ): Promise<void> {
    const before = cell.model.sharedModel.getSource();
    if (before === source) {
      return;
    }
    const kept = before === starter ? null : await keep(exerciseOf(cell)!, before);
    // A step of its own for Ctrl-Z, not one with what was typed just before.
    const { sharedModel } = cell.model as unknown as {
      sharedModel: { undoManager?: { stopCapturing(): void } | null };
    };
    sharedModel.undoManager?.stopCapturing();
    cell.model.sharedModel.setSource(source);
    cell.inputHidden = false; // it may have been folded, see putBars
    cell.model.clearExecution();
    if (kept) {
      const said = this._trans.__('Ctrl+Z in the cell brings back what was here. It is kept as %1.', kept);
      this._tell(cell, said);
    }
    panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
    cell.editor?.focus();
  }

  /** Run `EXERCISE.call` in the notebook's kernel; its output is added below the cell. */
  private async _say(panel: NotebookPanel, cell: CodeCell, call: string): Promise<void> {
    const name = exerciseOf(cell)!;
    const lesson = this._course.find(name)?.lesson;
    await panel.sessionContext.ready;
    const kernel = panel.sessionContext.session?.kernel;
    if (!kernel || !lesson) {
      return;
    }
    const code =
      'from workshop.displays import register_displays\n' +
      'register_displays(get_ipython())\n' +
      `from workshop.lessons.${lesson} import ${name}\n${name}.${call}`;
    this._tell(cell, `${name}.${call}`);
    const future = kernel.requestExecute({ code, store_history: false });
    future.onIOPub = message => {
      const type = message.header.msg_type;
      if (['execute_result', 'display_data', 'stream', 'error'].includes(type)) {
        const content = message.content as KernelMessage.IDisplayDataMsg['content'];
        const kind = type === 'execute_result' ? 'display_data' : type; // it has no number
        const { data, metadata } = content;
        const shown = kind === 'display_data' ? { data, metadata } : content;
        cell.model?.outputs.add({ output_type: kind, ...shown } as unknown as IOutput);
      }
    };
    await future.done;
  }

  private _tell(cell: CodeCell, text: string): void {
    cell.model.outputs.add({ output_type: 'stream', name: 'stdout', text: `${text}\n` });
  }

  /** The cell below that checks the exercise, if the learner has left it there. */
  private _checkCell(panel: NotebookPanel, cell: CodeCell): Cell | undefined {
    const cells = panel.content.widgets;
    const at = cells.indexOf(cell);
    return cells
      .slice(at + 1, at + 1 + NEAR)
      .find(isCheck);
  }

  private _addCheckCell(panel: NotebookPanel, cell: CodeCell, name: string): Cell {
    const lesson = this._course.find(name)?.lesson ?? '';
    const at = panel.content.widgets.indexOf(cell) + 1;
    panel.content.model!.sharedModel.insertCell(at, {
      cell_type: 'code',
      source: `from workshop.lessons.${lesson} import ${name}\n\nawait ${name}.check()`
    });
    return panel.content.widgets[at];
  }

  /** Run the cell that opens the lab, in a kernel that has none. */
  private async _openLab(panel: NotebookPanel): Promise<void> {
    await panel.sessionContext.ready;
    const kernel = panel.sessionContext.session?.kernel;
    if (!kernel) {
      return;
    }
    const expression = "type(globals().get('lab')).__name__ == 'Lab'";
    const reply = await kernel.requestExecute({
      code: '',
      silent: true,
      user_expressions: { open: expression }
    }).done;
    const content = reply.content as unknown as {
      user_expressions?: { open?: { data?: { 'text/plain'?: string } } };
    };
    if (content.user_expressions?.open?.data?.['text/plain'] === 'True') {
      return;
    }
    const opening = panel.content.widgets.find(each =>
      /await open_lab\(\)/.test(each.model.sharedModel.getSource())
    );
    if (opening) {
      await this._run(panel, opening);
    }
  }

  private _warned = new Set<string>();
}
