import { signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { keep, readKept } from '../../app/index.ts';
import type { Adapter, FieldReading } from '../../brokers/index.ts';
import { TEACH_PORT, type FromTeach, type NotLearnt, type PointedAt, type ToTeach } from '../../teach/index.ts';
import { lookAgain } from '../reading/reading.ts';
import { tabBeside } from '../reading/tabBeside.ts';

/** A page being taught: what to point at now, and what came of it so far. */
export interface Teaching {
  /** Undefined while nothing is waited for: everything was pointed at, or somebody pressed Escape. */
  readonly at: PointedAt | undefined;
  readonly lesson: Adapter | null;
  readonly readings: { readonly [At in PointedAt]?: FieldReading };
  readonly problem: NotLearnt | undefined;
}

const state = signal<Teaching | undefined>(undefined);

export const teaching: ReadonlySignal<Teaching | undefined> = state;

/** In the order in which a ticket is read. */
export const lessons = ['ticket', 'symbol', 'side', 'quantity', 'price', 'stop', 'target', 'account', 'submit'] as const;

let port: ReturnType<typeof browser.tabs.connect> | undefined;

/** Begins at the page beside the panel; gives back whether that could be reached. */
export async function beginTeaching(): Promise<boolean> {
  const tab = await tabBeside();
  if (tab === undefined) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/reader.js'] });
  } catch {
    return false;
  }
  port = browser.tabs.connect(tab.id, { name: TEACH_PORT, frameId: 0 });
  port.onMessage.addListener((message) => hear(message as FromTeach));
  port.onDisconnect.addListener(() => (state.value = undefined));
  state.value = { at: undefined, lesson: null, readings: {}, problem: undefined };
  pointAt('ticket');
  return true;
}

/** Whoever points at the ticket anew begins anew. */
export function pointAt(at: PointedAt): void {
  const now = state.peek();
  if (now === undefined) return;
  const lesson = at === 'ticket' ? null : now.lesson;
  state.value = { ...now, at, lesson, problem: undefined };
  port?.postMessage({ kind: 'point', at, lesson } satisfies ToTeach);
}

/** A ticket may do without it. */
export function skip(): void {
  const at = state.peek()?.at;
  if (at !== undefined) goOnAfter(at);
}

function hear(told: FromTeach): void {
  const now = state.peek();
  if (now === undefined) return;
  if (told.kind === 'given_up') state.value = { ...now, at: undefined };
  if (told.kind === 'not_learnt') {
    pointAt(told.at);
    state.value = { ...now, at: told.at, problem: told.why };
  }
  if (told.kind !== 'learnt') return;
  const { at, lesson, reading, wants } = told;
  state.value = { ...now, lesson, problem: undefined, readings: reading === null ? now.readings : { ...now.readings, [at]: reading } };
  if (wants === null) goOnAfter(at);
  else pointAt(wants);
}

function goOnAfter(at: PointedAt): void {
  const next = lessons[lessons.indexOf(at === 'other_side' ? 'side' : at) + 1];
  if (next !== undefined) return pointAt(next);
  const now = state.peek();
  if (now !== undefined) state.value = { ...now, at: undefined, problem: undefined };
}

export function stopTeaching(): void {
  port?.disconnect();
  port = undefined;
  state.value = undefined;
}

/** From now on such a page is read. The browser is asked to allow it, or nothing would be known of it next time. */
export async function keepLesson(): Promise<void> {
  const lesson = state.peek()?.lesson ?? null;
  if (lesson === null) return;
  await browser.permissions.request({ origins: [...lesson.matches] });
  const others = ((await readKept('adapters')) ?? []).filter(({ id }) => id !== lesson.id);
  await keep('adapters', [lesson, ...others]);
  stopTeaching();
  lookAgain();
}
