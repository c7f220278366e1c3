import { signal, type ReadonlySignal } from '@preact/signals';
import {
  followKept,
  openLine,
  type BookNow,
  type Line,
  type OpenBookNow,
  type Pairing,
  type Planning,
  type PlanNow,
} from '../app/index.ts';

const state = signal<BookNow>({ status: 'opening' });
const said = signal<PlanNow | undefined>(undefined);
const asked = signal<Pairing | undefined>(undefined);

/** The book of this browser, as the worker tells of it. */
export const book: ReadonlySignal<BookNow> = state;
/** What is said to the plan on this page. */
export const plan: ReadonlySignal<PlanNow | undefined> = said;
export const pairing: ReadonlySignal<Pairing | undefined> = asked;

let line: Line | undefined;

/** Listens to the worker for as long as the page is open. */
export function followBook(): void {
  line = openLine((told) => {
    if (told.kind === 'book') state.value = told.book;
    else said.value = told.plan;
  });
  followKept('pairing', (now) => void (asked.value = now));
}

/** Says what is planned here, so that something is said to it. */
export function plans(planning: Planning): void {
  line?.plans(planning);
}

export function useBook(): OpenBookNow {
  const now = state.value;
  if (now.status !== 'open') throw new Error('this part of the panel needs a book');
  return now;
}
