// The course panel: a sidebar, buttons on an exercise's cell, and commands for all of it.

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ICommandPalette,
  IFrame,
  IThemeManager,
  MainAreaWidget,
  Notification
} from '@jupyterlab/apputils';
import { Cell } from '@jupyterlab/cells';
import { PageConfig, PathExt, URLExt } from '@jupyterlab/coreutils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { putBars } from './bar';
import { hasRun } from './cells';
import { answerRoom, Course, ICells, ILesson, sayToRoom } from './course';
import { redrawDiagrams } from './diagrams';
import { courseIcon } from './icon';
import { activeExercise, Buttons, exerciseAbove, exerciseOf, isCheck } from './exercise';
import { followPredictions } from './prediction';
import { Sidebar } from './sidebar';

const ID = '@temporal-workshop/panel:plugin';

const plugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Lessons, progress, and buttons on an exercise\'s cell.',
  autoStart: true,
  requires: [INotebookTracker, IDocumentManager],
  optional: [ILabShell, ICommandPalette, ITranslator, ILayoutRestorer, IStateDB, IThemeManager],
  activate
};

export default plugin;

/** Whether a cell has the heading that an anchor names, as JupyterLab makes anchors. */
function hasHeading(cell: Cell, anchor: string): boolean {
  const lines = cell.model.sharedModel.getSource().split('\n');
  const is = (line: string): boolean => line.match(/^#+ (.*)/)?.[1].replace(/ /g, '-') === anchor;
  return cell.model.type === 'markdown' && lines.some(is);
}

function activate(
  app: JupyterFrontEnd,
  tracker: INotebookTracker,
  documents: IDocumentManager,
  shell: ILabShell | null,
  palette: ICommandPalette | null,
  translator: ITranslator | null,
  restorer: ILayoutRestorer | null,
  state: IStateDB | null,
  themes: IThemeManager | null
): void {
  const trans = (translator ?? nullTranslator).load('temporal_workshop');
  const course = new Course();
  const buttons = new Buttons(course, trans, (name, cells) => showDifference(name, cells));

  function showDifference(name: string, cells: ICells): void {
    const content = new Widget();
    content.addClass('workshop-compare');
    content.node.innerHTML = cells.difference; // escaped where it is made
    content.node.tabIndex = 0;
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'workshop-button';
    copy.textContent = trans.__('Copy ours');
    copy.addEventListener('click', () => void navigator.clipboard.writeText(cells.ours ?? ''));
    content.node.append(copy);
    beside(content, `workshop-compare-${name}`, trans.__('Solution: %1', name));
  }

  /** Show something beside the notebook; one of a kind. */
  function beside(content: Widget, id: string, label: string): void {
    for (const each of app.shell.widgets('main')) {
      if (each.id === id) {
        each.dispose();
      }
    }
    const widget = new MainAreaWidget({ content });
    widget.id = id;
    widget.title.label = label;
    widget.title.icon = courseIcon;
    widget.title.closable = true;
    app.shell.add(widget, 'main', {
      mode: 'split-right',
      ref: tracker.currentWidget?.id ?? null
    });
    app.shell.activateById(widget.id);
  }

  async function open(notebook: string, anchor?: string): Promise<void> {
    const path = PathExt.join(course.value?.folder ?? '', notebook);
    const widget = documents.openOrReveal(path);
    if (!widget) {
      return;
    }
    await widget.context.ready;
    await widget.revealed;
    if (!anchor) {
      return;
    }
    const content = (widget as unknown as NotebookPanel).content;
    const heading = content.widgets.findIndex(each => hasHeading(each, anchor));
    const exercise = content.widgets.findIndex(
      each => anchor === `Exercise:-${exerciseOf(each)}`
    );
    const top = heading < 0 ? exercise : heading;
    if (top < 0) {
      return;
    }
    content.activeCellIndex = exercise < 0 ? heading : exercise;
    // Several times: what is above the cell gets its height only when it is drawn, and so does it.
    const cell = content.widgets[top];
    for (let look = 0; look < 4; look++) {
      await content.scrollToItem(top, 'start');
      await cell.ready;
      await new Promise(drawn => requestAnimationFrame(drawn));
    }
    for (const each of cell.node.querySelectorAll('h1, h2, h3, h4')) {
      if (each.id === anchor || each.getAttribute('data-jupyter-id') === anchor) {
        each.scrollIntoView({ block: 'start' });
      }
    }
  }

  /** Go on with the course: where one is, or at the top of a lesson that has not been begun. */
  async function goOn(): Promise<void> {
    const next = course.value?.next;
    if (!next) {
      return;
    }
    await open(next.notebook);
    const panel = tracker.find(each => PathExt.basename(each.context.path) === next.notebook);
    await panel?.revealed;
    if (panel?.content.widgets.some(hasRun)) {
      await open(next.notebook, `Exercise:-${next.exercise}`);
    }
  }

  /** The workflow whose timeline is nearest above the active cell. */
  function workflowInSight(): string | null {
    const notebook = tracker.currentWidget?.content;
    if (!notebook) {
      return null;
    }
    for (let at = notebook.activeCellIndex; at >= 0; at--) {
      const shown = notebook.widgets[at]?.node.querySelectorAll('[data-workflow-id]');
      if (shown?.length) {
        return shown[shown.length - 1].getAttribute('data-workflow-id');
      }
    }
    return null;
  }

  function openWebUi(): void {
    const path = course.value?.webUi;
    if (!path) {
      return;
    }
    const workflow = workflowInSight();
    const where = workflow
      ? ['namespaces', course.value?.namespace ?? 'default', 'workflows', encodeURIComponent(workflow)]
      : [];
    // A path is one of this origin, with JupyterLab's own prefix in a room.
    const place = new URL(path, PageConfig.getBaseUrl());
    const url = URLExt.join(place.href, ...where);
    if (place.origin !== window.location.origin) {
      window.open(url, '_blank', 'noopener'); // a cluster's page may not stand in another one
      return;
    }
    const frame = new IFrame({
      sandbox: ['allow-same-origin', 'allow-scripts', 'allow-popups', 'allow-forms', 'allow-downloads']
    });
    frame.url = url;
    frame.title.caption = trans.__("Temporal's Web UI");
    beside(frame, 'workshop-web-ui', trans.__("Temporal's Web UI"));
  }

  // Buttons on the cells, and news of what was run.
  const dress = (panel: NotebookPanel): void => {
    putBars(panel, course, buttons, trans);
    followPredictions(panel, trans);
  };
  tracker.widgetAdded.connect((_, panel) => dress(panel));
  tracker.forEach(dress);
  if (themes) {
    redrawDiagrams(tracker, themes);
  }
  // A check that is run by hand judges what was run last. This request reaches the kernel before it.
  NotebookActions.executionScheduled.connect((_, { notebook, cell }) => {
    const kernel = tracker.find(each => each.content === notebook)?.sessionContext.session?.kernel;
    const edited = isCheck(cell) ? exerciseAbove(notebook, cell) : undefined;
    if (kernel && edited?.model.isDirty) {
      const code =
        'import workshop.exercises.engine.edited as _edited\n' +
        `_edited.EDITED.add('${exerciseOf(edited)}')\ndel _edited`;
      kernel.requestExecute({ code, silent: true, store_history: false });
    }
  });
  NotebookActions.executed.connect((_, { cell }) => {
    if (/\.(check|hint|reset)\(/.test(cell.model?.sharedModel.getSource() ?? '')) {
      void course.refresh();
    }
  });

  // What the lab has to say, for as long as it is so.
  let notice = '';
  let shown: string | null = null;
  course.changed.connect((_, value) => {
    const now = value?.notice ?? '';
    if (now === notice) {
      return;
    }
    notice = now;
    if (shown) {
      Notification.dismiss(shown);
    }
    shown = now ? Notification.warning(now, { autoClose: false }) : null;
  });

  // What the room's instructor has sent: each message once, also after a reload.
  const before = Promise.resolve(state?.fetch(`${ID}:message`)) as Promise<number | undefined>;
  let newest = 0;
  course.changed.connect(async (_, value) => {
    const room = value?.room;
    if (!room) {
      return;
    }
    // Another change may have come, and shown some, while this one waited.
    const seen = (await before) ?? 0;
    newest = Math.max(newest, seen);
    for (const { number, text } of room.messages) {
      if (number > newest) {
        newest = number;
        Notification.info(trans.__('Your instructor: %1', text), { autoClose: false });
        void state?.save(`${ID}:message`, number);
      }
    }
  });

  /** Say something to the room; the answer comes back over the instructor's board. */
  function say(said: { raised?: boolean; tells?: boolean }): void {
    void sayToRoom(said).then(() => course.refresh());
  }

  // The sidebar.
  const sidebar = new Sidebar({
    course,
    trans,
    places: () => {
      const panel = tracker.currentWidget;
      const cell = panel ? activeExercise(panel.content) : undefined;
      return {
        notebook: panel ? PathExt.basename(panel.context.path) : null,
        exercise: exerciseOf(cell) ?? null
      };
    },
    open: (notebook, anchor) => void open(notebook, anchor),
    goOn: () => void goOn(),
    openWebUi,
    say,
    answer: (...said) => void answerRoom(...said).then(() => course.refresh())
  });
  sidebar.title.icon = courseIcon;
  const lessonHere = (): ILesson | undefined => {
    const name = PathExt.basename(tracker.currentWidget?.context.path ?? '');
    return course.value?.lessons.find(each => each.notebook === name);
  };
  const markPage = (): void => {
    document.body.classList.toggle('workshop-in-course', !!lessonHere());
  };
  course.changed.connect(markPage);
  tracker.currentChanged.connect(() => {
    sidebar.update();
    markPage();
  });
  tracker.activeCellChanged.connect(() => sidebar.update());
  app.shell.add(sidebar, 'left', { rank: 50, type: 'Course' });
  restorer?.add(sidebar, sidebar.id);
  // The first time it is open by itself; after that, as the learner has left it.
  void app.restored.then(async () => {
    if (!(await state?.fetch(ID))) {
      shell?.activateById(sidebar.id);
      await state?.save(ID, { seen: true });
    }
  });

  // Commands.
  const atExercise = (): boolean =>
    !!tracker.currentWidget && activeExercise(tracker.currentWidget.content) !== undefined;
  const category = trans.__('Course');
  const add = (
    id: string,
    label: string,
    execute: () => unknown,
    isEnabled: () => boolean = () => true
  ): void => {
    app.commands.addCommand(id, {
      label,
      execute,
      isEnabled,
      describedBy: { args: { type: 'object', properties: {} } }
    });
    palette?.addItem({ command: id, category });
  };
  const onExercise = (action: 'check' | 'hint' | 'solution' | 'startFromMine' | 'reset') => () => {
    const panel = tracker.currentWidget!;
    return buttons[action](panel, activeExercise(panel.content)!);
  };
  add('workshop:check', trans.__('Check this exercise'), onExercise('check'), atExercise);
  add('workshop:hint', trans.__('Give me a hint'), onExercise('hint'), atExercise);
  add('workshop:solution', trans.__('Show the solution'), onExercise('solution'), atExercise);
  add('workshop:start-from-mine', trans.__('Start from my last answer'), onExercise('startFromMine'), atExercise);
  add('workshop:reset', trans.__('Reset this exercise'), onExercise('reset'), atExercise);
  add(
    'workshop:continue',
    trans.__('Continue the course'),
    () => goOn(),
    () => !!course.value?.next
  );
  add('workshop:web-ui', trans.__("Open Temporal's Web UI beside the notebook"), openWebUi, () => !!course.value?.webUi);
  add(
    'workshop:raise-hand',
    trans.__('Raise or lower your hand'),
    () => say({ raised: !course.value!.room!.raised }),
    () => !!course.value?.room
  );
  const show = (kind: 'slides' | 'notes') => () => {
    window.open(URLExt.join(PageConfig.getBaseUrl(), 'workshop', kind, String(lessonHere()!.number)), kind);
  };
  add('workshop:slides', trans.__("Show this lesson's slides"), show('slides'), () => !!lessonHere());
  add('workshop:notes', trans.__("Show the instructor's notes on this lesson"), show('notes'), () => !!lessonHere() && !course.value?.room);
  add('workshop:course', trans.__('Show the course'), () => shell?.activateById(sidebar.id));
}
