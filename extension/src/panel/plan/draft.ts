import { signal, type ReadonlySignal } from '@preact/signals';
import type { Id } from '@taffrail/domain/kernel';
import type { Value } from '@taffrail/domain/playbooks';
import { keep, nextId, readKept, type Draft, type Typed } from '../../app/index.ts';

const state = signal<Draft | undefined>(undefined);

/** The plan that is being made, in the book that is open; undefined until it is known whether one was left behind. */
export const draft: ReadonlySignal<Draft | undefined> = state;

/** Goes on with what was left when the panel was closed. */
export async function takeUpDraft(bookId: Id): Promise<void> {
  const left = await readKept('draft');
  state.value = left?.book_id === bookId ? left : freshDraft(bookId);
}

function freshDraft(bookId: Id): Draft {
  return {
    position_id: nextId(),
    leg_id: nextId(),
    book_id: bookId,
    account_id: state.peek()?.account_id ?? null,
    about: null,
    typed: {},
    playbook_id: null,
    answers: {},
  };
}

function change(part: Partial<Draft>): void {
  const before = state.peek();
  if (before === undefined) return;
  const now = { ...before, ...part };
  state.value = now;
  void keep('draft', now);
}

/** What is typed counts for what the ticket is about now. */
export function type(about: string | null, typed: Partial<{ [Name in keyof Typed]: Typed[Name] | undefined }>): void {
  const all = { ...state.peek()?.typed, ...typed };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Typed;
  change({ about, typed: said });
}

export function answer(about: string | null, key: string, value: Value | undefined): void {
  const { [key]: _, ...others } = state.peek()?.answers ?? {};
  change({ about, answers: value === undefined ? others : { ...others, [key]: value } });
}

/** Chosen where no checklist is to be answered. */
export const NO_PLAYBOOK = 'none';

export const choosePlaybook = (playbook_id: string | null): void => change({ playbook_id, answers: {} });

export const chooseAccount = (account_id: string): void => change({ account_id });

/** What was said of one instrument is not said of another. */
export function ticketIsAbout(symbol: string): void {
  const before = state.peek();
  if (before !== undefined && before.about !== null && before.about !== symbol) startAnew();
}

/** The next plan. */
export function startAnew(): void {
  const before = state.peek();
  if (before !== undefined) change(freshDraft(before.book_id));
}
