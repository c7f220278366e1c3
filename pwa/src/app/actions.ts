import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Formats, IconName } from '@taffrail/ui';
import { mayWrite } from './book.ts';

/** Something one can do from where one is: by its keys, or by its name in the palette. */
export interface Action {
  /** Unique, and the same from version to version. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** `n`, `Mod+k`, or one after the other: `g t`. */
  readonly keys?: string;
  /** Other words somebody may look for. */
  readonly also?: string;
  /** Changes the book, and is offered only to whoever may. */
  readonly writes?: boolean;
  readonly run: () => void;
}

const groups = signal<readonly (readonly Action[])[]>([]);

/** What is on the screen comes first: a page's own actions stand before those of the shell. */
export const actions: ReadonlySignal<readonly Action[]> = computed(() =>
  groups.value
    .toReversed()
    .flat()
    .filter(({ writes = false }) => !writes || mayWrite.value),
);

export function registerActions(group: readonly Action[]): () => void {
  groups.value = [...groups.peek(), group];
  return () => {
    groups.value = groups.peek().filter((other) => other !== group);
  };
}

/** Finds by what was typed what is too much to be offered one by one. */
export type Finder = (typed: string, formats: Formats) => readonly Action[];

const finderList = signal<readonly Finder[]>([]);

export const finders: ReadonlySignal<readonly Finder[]> = finderList;

export function registerFinder(finder: Finder): void {
  finderList.value = [...finderList.peek(), finder];
}

/** Offers actions for as long as the page that offers them is on the screen. */
export function useActions(group: readonly Action[]): void {
  const latest = useRef(group);
  latest.current = group;
  const shape = group.map(({ id, label, keys }) => `${id} ${label} ${keys ?? ''}`).join('\n');
  // Before it is drawn: what is on the screen answers its keys, however busy the machine is.
  useLayoutEffect(
    () => registerActions(latest.current.map((action, at) => ({ ...action, run: () => latest.current[at]?.run() }))),
    // What an action is called decides whether it is another one; what it does is looked up when it is done.
    [shape],
  );
}
