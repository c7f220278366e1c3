/** One line of `npm run bench`. Figures of different machines compare by their ratio only, since the reference ran beside them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against, measured in the same run. */
  readonly reference: string;
  /** The value divided by the reference's. */
  readonly ratio: number;
}
