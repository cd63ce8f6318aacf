// What the build has written into a notebook's cells, and whether one has run.

import { Cell, CodeCell } from '@jupyterlab/cells';

export interface IPrediction {
  /** The places, from 0, of the choices that come true; none where a line is written. */
  happens: number[];
  /** What the learner has chosen, or written. */
  said?: number | string;
}

export interface IKnown {
  prediction?: IPrediction;
  /** Whether the cell holds what happened. */
  explains?: boolean;
  /** The exercise whose answer the cell would give away. */
  folded_until?: string;
}

/** What a cell's metadata says of it. */
export const known = (cell: Cell): IKnown =>
  (cell.model.sharedModel.getMetadata('workshop') as IKnown | undefined) ?? {};

/** Whether a code cell has run, in this session or before the notebook was saved. */
export const hasRun = (cell: Cell | undefined): boolean =>
  cell instanceof CodeCell && cell.model.executionCount !== null;
