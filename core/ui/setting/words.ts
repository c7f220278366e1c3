import type { PositionStatus } from '../figures/positionStatus.ts';

/** The words that parts say by themselves. A face gives them, so that all words of a face stand in one place. */
export interface PartWords {
  readonly appName: string;
  readonly close: string;
  /** What was said once it is read; a page may have something else to close. */
  readonly dismiss: string;
  readonly cancel: string;
  readonly optional: string;
  readonly working: string;
  readonly loading: string;
  readonly remove: (what: string) => string;
  readonly noMatches: string;
  readonly notANumber: (example: string) => string;
  readonly status: { readonly [Status in PositionStatus]: string };
  readonly grade: (letter: string) => string;
  readonly unknownFigure: string;
  readonly pending: string;
  readonly conflict: string;
  readonly offline: string;
  readonly selectAll: string;
  readonly selectRow: (name: string) => string;
  readonly columns: string;
  readonly progress: (done: string, total: string) => string;
  readonly undo: string;
  readonly move: (name: string) => string;
  readonly movedTo: (name: string, place: number, of: number) => string;
}
