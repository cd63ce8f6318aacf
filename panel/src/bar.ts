// The row of buttons below an exercise's cell.

import { Cell, CodeCell } from '@jupyterlab/cells';
import { NotebookPanel } from '@jupyterlab/notebook';
import { TranslationBundle } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

import { known } from './cells';
import { Course } from './course';
import { Buttons, exerciseOf } from './exercise';

type Action = 'check' | 'hint' | 'solution' | 'startFromMine' | 'reset';

export class Bar extends Widget {
  constructor(
    private _panel: NotebookPanel,
    private _cell: CodeCell,
    private _course: Course,
    private _buttons: Buttons,
    private _trans: TranslationBundle
  ) {
    super();
    this.addClass('workshop-bar');
    this.node.setAttribute('role', 'toolbar');
    this.node.setAttribute('aria-label', _trans.__('Exercise %1', exerciseOf(_cell) ?? ''));
    this._mark = document.createElement('span');
    this._mark.className = 'workshop-bar-mark';
    this.node.append(this._mark);
    this._add('check', _trans.__('Check'), _trans.__('Run the cell, then its check'));
    this._add('hint', _trans.__('Hint'), _trans.__('The next hint'));
    this._add('solution', _trans.__('Solution'), _trans.__('Our solution beside yours'));
    this._add(
      'startFromMine',
      _trans.__('Start from mine'),
      _trans.__('Begin with your answer to the exercise that this one builds on')
    );
    this._add('reset', _trans.__('Reset'), _trans.__('Restores the original cell; yours is kept'));
    _course.changed.connect(this._draw, this);
    _cell.model.sharedModel.changed.connect(this._draw, this);
    this._draw();
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._course.changed.disconnect(this._draw, this);
    super.dispose();
  }

  private _add(action: Action, label: string, title: string): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `workshop-button workshop-${action}`;
    button.textContent = label;
    button.title = title;
    button.addEventListener('click', () => void this._press(action, button));
    this.node.append(button);
    this._all.set(action, button);
  }

  private async _press(action: Action, button: HTMLButtonElement): Promise<void> {
    if (this._busy) {
      return;
    }
    this._busy = true;
    button.setAttribute('aria-busy', 'true');
    try {
      await this._buttons[action](this._panel, this._cell);
    } finally {
      this._busy = false;
      button.removeAttribute('aria-busy');
      this._draw();
    }
  }

  private _draw(): void {
    const exercise = this._course.find(exerciseOf(this._cell) ?? '');
    const trans = this._trans;
    this.setHidden(exercise === undefined);
    if (!exercise) {
      return;
    }
    const { given, total } = exercise.hints;
    const hint = this._all.get('hint')!;
    hint.textContent = trans.__('Hint %1/%2', given, total);
    hint.title = given < total ? trans.__('The next hint') : trans.__('The last hint, once more');
    this._all.get('startFromMine')!.hidden = exercise.buildsOn === null;
    this._mark.textContent = MARKS[exercise.outcome] ?? '–';
    this._mark.title = this._mark.ariaLabel =
      exercise.outcome === 'done'
        ? trans.__('done')
        : exercise.outcome === 'given'
          ? trans.__('given by your instructor')
          : exercise.outcome === 'not_yet'
          ? trans.__('not yet')
          : trans.__('not attempted');
    this._mark.setAttribute('role', 'img');
    this._mark.dataset.outcome = exercise.outcome;
  }

  private _mark: HTMLElement;
  private _all = new Map<Action, HTMLButtonElement>();
  private _busy = false;
}

export const MARKS: Record<string, string> = {
  done: '✓',
  given: '◇',
  not_yet: '✗',
  not_attempted: '–',
  not_judged: '?'
};

/** Put a bar below each exercise's cell of a notebook, now and when cells come. */
export function putBars(
  panel: NotebookPanel,
  course: Course,
  buttons: Buttons,
  trans: TranslationBundle
): void {
  const bars = new WeakMap<CodeCell, Bar>();
  const unfolded = new WeakSet<Cell>();
  // A cell that would give an exercise's answer away opens when that one is done.
  const unfold = (): void => {
    for (const cell of panel.content.widgets) {
      const { folded_until: until } = known(cell);
      if (until && course.find(until)?.outcome === 'done' && !unfolded.has(cell)) {
        unfolded.add(cell);
        cell.inputHidden = false;
      }
    }
  };
  course.changed.connect(unfold);
  panel.disposed.connect(() => course.changed.disconnect(unfold));
  const put = (): void => {
    unfold();
    for (const cell of panel.content.widgets) {
      if (exerciseOf(cell) === undefined || bars.has(cell as CodeCell)) {
        continue;
      }
      const code = cell as CodeCell;
      const bar = new Bar(panel, code, course, buttons, trans);
      bars.set(code, bar);
      panel.addClass('workshop-notebook');
      void code.ready.then(() => {
        if (code.isDisposed) {
          return;
        }
        const layout = code.layout as PanelLayout;
        const output = layout.widgets.findIndex(each => each.hasClass('jp-Cell-outputWrapper'));
        layout.insertWidget(output < 0 ? layout.widgets.length : output, bar);
      });
      code.disposed.connect(() => bar.dispose());
    }
  };
  void panel.context.ready.then(() => {
    put();
    panel.content.model?.cells.changed.connect(() => requestAnimationFrame(put));
  });
}
