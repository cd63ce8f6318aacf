// The sidebar "Course": lessons, exercises, where to go on.

import { ReactWidget } from '@jupyterlab/ui-components';
import { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { MARKS } from './bar';
import { Course, ICourse, IExercise, ILesson, IQuestion, IRoom } from './course';

export interface IPlaces {
  /** The notebook one is in, by its file name. */
  notebook: string | null;
  /** The exercise one is at. */
  exercise: string | null;
}

export interface ISidebarOptions {
  course: Course;
  trans: TranslationBundle;
  places: () => IPlaces;
  open: (notebook: string, anchor?: string) => void;
  goOn: () => void;
  openWebUi: () => void;
  say: (said: { raised?: boolean; tells?: boolean }) => void;
  answer: (notebook: string, question: string, answer: string) => void;
}

export class Sidebar extends ReactWidget {
  constructor(private _options: ISidebarOptions) {
    super();
    this.id = 'temporal-workshop-course';
    this.addClass('workshop-course');
    this.title.caption = _options.trans.__('Course');
    this.node.setAttribute('role', 'navigation');
    this.node.setAttribute('aria-label', _options.trans.__('Course'));
    _options.course.changed.connect(() => this.update());
  }

  render(): JSX.Element {
    const { value } = this._options.course;
    return value ? this._course(value) : this._waiting();
  }

  private _waiting(): JSX.Element {
    return <p className="workshop-dim">{this._options.trans.__('The course is not there yet …')}</p>;
  }

  private _course(value: ICourse): JSX.Element {
    const { goOn, open, openWebUi, trans, places } = this._options;
    const all = value.lessons.flatMap(each => each.exercises);
    const done = all.filter(each => each.outcome === 'done').length;
    const here = places();
    return (
      <>
        <div className="workshop-top">
          <button
            type="button"
            className="workshop-button workshop-continue"
            onClick={goOn}
            disabled={!value.next}
          >
            {value.next ? trans.__('Continue: %1', value.next.exercise) : trans.__('All done')}
          </button>
          <label className="workshop-dim">
            <progress max={all.length} value={done} />{' '}
            {trans.__('%1 of %2 exercises done', done, all.length)}
          </label>
        </div>
        {value.room && this._room(value.room)}
        <ol className="workshop-lessons">
          {value.lessons.map(each => this._lesson(each, here, value.room?.asks[each.notebook]))}
        </ol>
        <ul className="workshop-links">
          <li>
            <button type="button" className="workshop-link" onClick={() => open(value.lessons[0].notebook, 'Glossary')}>
              {trans.__('Glossary')}
            </button>
          </li>
          <li>
            <button
              type="button"
              className="workshop-link"
              onClick={() => open(value.lessons[0].notebook, 'Faults-you-can-set')}
            >
              {trans.__('Faults you can set')}
            </button>
          </li>
          {value.webUi && (
            <li>
              <button type="button" className="workshop-link" onClick={openWebUi}>
                {trans.__("Temporal's Web UI, beside the notebook")}
              </button>
            </li>
          )}
        </ul>
      </>
    );
  }

  /** What the instructor has for the learner, a hand to raise, and what the instructor sees. */
  private _room(room: IRoom): JSX.Element {
    const { say, trans } = this._options;
    const message = room.messages[room.messages.length - 1];
    return (
      <section className="workshop-room" aria-label={trans.__('Your room')}>
        {room.helped && <p role="status">{trans.__('Your instructor is in your JupyterLab.')}</p>}
        {room.pinned && <p>{room.pinned}</p>}
        {message && (
          <p>
            <span className="workshop-dim">{trans.__('Your instructor:')}</span> {message.text}
          </p>
        )}
        <button
          type="button"
          className="workshop-button"
          aria-pressed={room.raised}
          onClick={() => say({ raised: !room.raised })}
        >
          {room.raised ? trans.__('✋ Your hand is up: lower it') : trans.__('Raise your hand')}
        </button>
        <p className="workshop-dim">
          {room.tells
            ? trans.__("Your instructor sees which exercises you've checked, and which check isn't met; never your code.")
            : trans.__("Your instructor isn't told what you do.")}{' '}
          <button
            type="button"
            className="workshop-link workshop-inline"
            onClick={() => say({ tells: !room.tells })}
          >
            {room.tells ? trans.__('Stop telling') : trans.__('Tell again')}
          </button>
        </p>
        {!room.reached && (
          <p className="workshop-dim" role="status">
            {trans.__("Your instructor's board can't be reached. What you have done is kept, and told later.")}
          </p>
        )}
      </section>
    );
  }

  private _lesson(lesson: ILesson, here: IPlaces, asked?: IQuestion[]): JSX.Element {
    const { open, trans } = this._options;
    const done = lesson.exercises.filter(each => each.outcome === 'done').length;
    const isHere = here.notebook === lesson.notebook;
    const isOpen = this._unfolded.get(lesson.notebook) ?? isHere;
    return (
      <li key={lesson.notebook} className={isHere ? 'workshop-here' : undefined}>
        <div className="workshop-row">
          <button
            type="button"
            className="workshop-link workshop-toggle"
            aria-expanded={isOpen}
            aria-label={trans.__('Exercises of %1', lesson.title)}
            onClick={() => {
              this._unfolded.set(lesson.notebook, !isOpen);
              this.update();
            }}
          >
            {isOpen ? '▾' : '▸'}
          </button>
          <button
            type="button"
            className="workshop-link workshop-lesson"
            aria-current={isHere ? 'page' : undefined}
            onClick={() => open(lesson.notebook)}
          >
            <span>
              {String(lesson.number).padStart(2, '0')} {lesson.title}
            </span>
            <span className="workshop-dim">
              {trans.__('%1 min · %2/%3', lesson.minutes, done, lesson.exercises.length)}
            </span>
          </button>
        </div>
        {isOpen && <ul>{lesson.exercises.map(each => this._exercise(lesson, each, here))}</ul>}
        {isOpen && asked && this._asked(lesson, asked)}
      </li>
    );
  }

  /** What the instructor would like to know of a lesson that is done. */
  private _asked(lesson: ILesson, asked: IQuestion[]): JSX.Element {
    const { answer, trans } = this._options;
    return (
      <section className="workshop-room" aria-label={trans.__('How was %1?', lesson.title)}>
        <p>{trans.__('Done. Three questions from your instructor, who sees how many chose what:')}</p>
        {asked.map(({ question, answers, said }) => (
          <fieldset key={question} className="workshop-question">
            <legend>{question}</legend>
            {answers.map(each => (
              <button
                key={each}
                type="button"
                className="workshop-button"
                aria-pressed={each === said}
                onClick={() => answer(lesson.notebook, question, each)}
              >
                {each}
              </button>
            ))}
          </fieldset>
        ))}
      </section>
    );
  }

  /** Lessons that the learner has unfolded or folded; the others are open where one is. */
  private _unfolded = new Map<string, boolean>();

  private _exercise(lesson: ILesson, exercise: IExercise, here: IPlaces): JSX.Element {
    const { open, trans } = this._options;
    const words = { done: trans.__('done'), given: trans.__('given by your instructor'), not_yet: trans.__('not yet') } as Record<string, string>;
    const isHere = here.notebook === lesson.notebook && here.exercise === exercise.name;
    return (
      <li key={exercise.name}>
        <button
          type="button"
          className="workshop-link workshop-exercise"
          aria-current={isHere ? 'step' : undefined}
          onClick={() => open(lesson.notebook, `Exercise:-${exercise.name}`)}
        >
          <span
            role="img"
            aria-label={words[exercise.outcome] ?? trans.__('not attempted')}
            data-outcome={exercise.outcome}
            className="workshop-bar-mark"
          >
            {MARKS[exercise.outcome] ?? '–'}
          </span>
          {exercise.name}
        </button>
      </li>
    );
  }
}
