// Predictions: what a learner expects, said before looking. What happened opens after the run.
// The notebooks hold plain lists and closed <details>; see workshop/course/build/predictions.py.

import { Cell } from '@jupyterlab/cells';
import { Notebook, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { TranslationBundle } from '@jupyterlab/translation';

import { hasRun, IPrediction, known } from './cells';

/** The code cell that is nearest above a place. */
function codeAbove(notebook: Notebook, place: number): Cell | undefined {
  return notebook.widgets.slice(0, place).reverse().find(each => each.model.type === 'code');
}

/** The cells that come after a prediction, as far as the next one. */
function experiment(notebook: Notebook, place: number): { first?: Cell; last?: Cell } {
  const below = notebook.widgets.slice(place + 1);
  const next = below.findIndex(each => known(each).prediction);
  const cells = below.slice(0, next < 0 ? undefined : next + 1);
  const first = cells.find(each => each.model.type === 'code');
  const explained = cells.findIndex(each => known(each).explains);
  const last = explained < 0 ? first : codeAbove(notebook, place + 1 + explained);
  return { first, last };
}

/** Make the predictions of a notebook answerable, and open what happened once it has. */
export function followPredictions(panel: NotebookPanel, trans: TranslationBundle): void {
  const opened = new WeakSet<Element>();
  const notebook = panel.content;

  const follow = (): void => {
    notebook.widgets.forEach((cell, place) => {
      const { prediction, explains } = known(cell);
      if (prediction) {
        answerable(cell, place, prediction);
      }
      if (explains && hasRun(codeAbove(notebook, place))) {
        for (const details of cell.node.querySelectorAll('details')) {
          if (!opened.has(details)) {
            opened.add(details); // once: what the learner closes stays closed
            details.open = true;
          }
        }
      }
    });
  };

  const goOn = (place: number): void => {
    const { first } = experiment(notebook, place);
    if (first) {
      notebook.activeCellIndex = notebook.widgets.indexOf(first);
      notebook.mode = 'command';
      notebook.node.focus();
    }
  };

  const answerable = (cell: Cell, place: number, prediction: IPrediction): void => {
    const text = cell.node.querySelector('.jp-RenderedMarkdown');
    if (!text || !cell.hasClass('jp-mod-rendered')) {
      return; // not drawn yet, or just being edited
    }
    let answers = text.querySelector<HTMLElement>('.workshop-prediction');
    if (!answers) {
      const say = (said: number | string): void => {
        const now = known(cell);
        cell.model.setMetadata('workshop', { ...now, prediction: { ...prediction, said } });
      };
      const made = prediction.happens.length
        ? choices(text, cell, prediction, say, trans)
        : line(text, prediction, say, trans);
      if (!made) {
        return;
      }
      answers = made;
      answers.classList.add('workshop-prediction');
      for (const input of answers.querySelectorAll('input')) {
        // JupyterLab's own keys would move on while an answer is chosen.
        input.dataset.lmSuppressShortcuts = 'true';
      }
      answers.addEventListener('keydown', event => {
        if (event.key === 'Enter') {
          event.preventDefault();
          goOn(notebook.widgets.indexOf(cell));
        }
      });
      answers.addEventListener('click', event => {
        // By mouse; the arrow keys choose by clicks without a place.
        if (event.target instanceof HTMLInputElement && event.target.type === 'radio' && event.detail) {
          goOn(notebook.widgets.indexOf(cell));
        }
      });
    }
    const { last } = experiment(notebook, place);
    if (hasRun(last) && !answers.dataset.over) {
      answers.dataset.over = 'true';
      for (const input of answers.querySelectorAll('input')) {
        input.disabled = true;
      }
      for (const happened of answers.querySelectorAll('[data-happens]')) {
        note(happened, `✓ ${trans.__('this happens')}`, 'workshop-came-true');
      }
      const mine = answers.querySelector('input[type="radio"]:checked')?.closest('label');
      if (mine) {
        note(mine, trans.__('your prediction'), 'workshop-mine');
      }
    }
  };

  // JupyterLab draws Markdown late, and anew after each edit.
  let asked = false;
  const soon = (): void => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        if (!panel.isDisposed) {
          follow();
        }
      });
    }
  };
  const observer = new MutationObserver(soon);
  observer.observe(notebook.node, { childList: true, subtree: true });
  const executed = (_: unknown, { notebook: where }: { notebook: Notebook }): void => {
    if (where === notebook) {
      soon();
    }
  };
  NotebookActions.executed.connect(executed);
  panel.disposed.connect(() => {
    observer.disconnect();
    NotebookActions.executed.disconnect(executed);
  });
  void panel.revealed.then(soon);
}

/** Write a few words behind an answer, once it is known. */
function note(answer: Element, words: string, className: string): void {
  const mark = document.createElement('span');
  mark.className = className;
  mark.textContent = ` ${words}`;
  answer.append(mark);
}

let groups = 0;

/** Turn a prediction's list into one to choose from. */
function choices(
  text: Element,
  cell: Cell,
  prediction: IPrediction,
  say: (said: number) => void,
  trans: TranslationBundle
): HTMLElement | null {
  const lists = text.querySelectorAll<HTMLElement>(':scope > ul');
  const list = lists[lists.length - 1];
  if (!list) {
    return null;
  }
  const group = `workshop-prediction-${groups++}`;
  list.setAttribute('role', 'radiogroup');
  list.setAttribute('aria-label', trans.__('Your prediction'));
  [...list.children].forEach((item, place) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = group;
    input.checked = known(cell).prediction?.said === place;
    input.addEventListener('change', () => say(place));
    label.append(input, ...item.childNodes);
    if (prediction.happens.includes(place)) {
      label.dataset.happens = 'true';
    }
    item.setAttribute('role', 'presentation');
    item.append(label);
  });
  return list;
}

/** Put a line to write in below a prediction that has no choices. */
function line(
  text: Element,
  prediction: IPrediction,
  say: (said: string) => void,
  trans: TranslationBundle
): HTMLElement {
  const row = document.createElement('p');
  const input = document.createElement('input');
  input.type = 'text';
  input.placeholder = trans.__('I think …');
  input.setAttribute('aria-label', trans.__('Your prediction'));
  input.value = typeof prediction.said === 'string' ? prediction.said : '';
  input.addEventListener('input', () => say(input.value));
  row.append(input);
  text.append(row);
  return row;
}
