// The course as the learner has it: asked of the Jupyter server, kept fresh.

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { Poll } from '@lumino/polling';
import { ISignal, Signal } from '@lumino/signaling';

export type Outcome = 'done' | 'given' | 'not_yet' | 'not_attempted' | 'not_judged';

export interface IExercise {
  name: string;
  /** The lesson's package: `workshop.lessons.<lesson>`. */
  lesson: string;
  outcome: Outcome;
  hints: { given: number; total: number };
  buildsOn: string | null;
}

export interface ILesson {
  number: number;
  title: string;
  notebook: string;
  minutes: number;
  exercises: IExercise[];
}

export interface ICourse {
  lessons: ILesson[];
  /** Where to go on; null when all is done. */
  next: { exercise: string; notebook: string } | null;
  /** Temporal's Web UI: a path on this server, or a cluster's address; null if there is none. */
  webUi: string | null;
  /** The namespace that the notebooks' workflows are in. */
  namespace: string;
  /** What the learner has to be told; empty if nothing. */
  notice: string;
  /** The room that this lab is part of; null if it is part of none. */
  room: IRoom | null;
  /** Where the notebooks are, below the server's root; empty if there. */
  folder: string;
}

/** What a room's instructor has for the learner, and what is told. */
export interface IRoom {
  /** The newest ones; each number is used once. */
  messages: { number: number; text: string }[];
  /** A text that stands in the panel; empty if none does. */
  pinned: string;
  /** Whether the instructor is in this JupyterLab. */
  helped: boolean;
  /** Whether the learner's hand is up. */
  raised: boolean;
  reached: boolean;
  /** Whether the instructor is told which exercises were checked. */
  tells: boolean;
  /** What is asked about lessons that are done, by their notebooks. */
  asks: Record<string, IQuestion[]>;
}

export interface IQuestion {
  question: string;
  answers: string[];
  said: string | null;
}

/** An exercise's cells, each with its `%%module` line; see `workshop/panel/answers.py`. */
export interface ICells {
  starter: string;
  /** Null as long as `locked` says why. */
  ours: string | null;
  mine: string | null;
  base: string | null;
  /** How mine and ours differ, as HTML. */
  difference: string;
  /** Why ours isn't shown yet; empty if it is. */
  locked: string;
}

/** Milliseconds between two looks, for what another page or a terminal has done. */
const INTERVAL = 5000;

export class Course {
  constructor() {
    this._poll = new Poll({
      factory: () => this.refresh(),
      // No backoff: after a moment without the server, what has changed is shown as soon as ever.
      frequency: { interval: INTERVAL, backoff: false },
      standby: 'when-hidden',
      name: 'temporal-workshop:course'
    });
  }

  /** Emitted when something about the course is different from before. */
  get changed(): ISignal<this, ICourse | null> {
    return this._changed;
  }

  /** The course; null until the server has told it. */
  get value(): ICourse | null {
    return this._value;
  }

  /** Ask the server now. */
  async refresh(): Promise<void> {
    const value = await ask<ICourse>('course');
    const text = JSON.stringify(value);
    if (text !== this._text) {
      this._text = text;
      this._value = value;
      this._changed.emit(value);
    }
  }

  find(name: string): IExercise | undefined {
    return this._value?.lessons
      .flatMap(lesson => lesson.exercises)
      .find(each => each.name === name);
  }

  dispose(): void {
    this._poll.dispose();
    Signal.clearData(this);
  }

  private _changed = new Signal<this, ICourse | null>(this);
  private _poll: Poll;
  private _text = '';
  private _value: ICourse | null = null;
}

/** Ask the server for an exercise's cells. */
export function cellsOf(name: string): Promise<ICells> {
  return ask<ICells>(`exercises/${name}`);
}

/** Have the server keep a cell's text aside; return where. */
export async function keep(name: string, source: string): Promise<string> {
  const body = JSON.stringify({ source });
  return (await ask<{ kept: string }>(`exercises/${name}`, { method: 'PUT', body })).kept;
}

/** Have the server forget how an exercise went, and how many hints were given. */
export async function forget(name: string): Promise<void> {
  await request(`exercises/${name}`, { method: 'DELETE' });
}

/** Say something to the room. */
export async function sayToRoom(said: { raised?: boolean; tells?: boolean }): Promise<void> {
  await request('room', { method: 'PUT', body: JSON.stringify(said) });
}

/** Tell the room, if there is one, that an exercise's cell didn't run. */
export async function sayNotRun(exercise: string): Promise<void> {
  await request(`exercises/${exercise}`, { method: 'POST' });
}

export async function answerRoom(notebook: string, question: string, answer: string): Promise<void> {
  await request('room', { method: 'POST', body: JSON.stringify({ notebook, question, answer }) });
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await request(path, init)).json();
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const settings = ServerConnection.makeSettings();
  const url = URLExt.join(settings.baseUrl, 'workshop', path);
  const response = await ServerConnection.makeRequest(url, init, settings);
  if (!response.ok) {
    throw await ServerConnection.ResponseError.create(response);
  }
  return response;
}
