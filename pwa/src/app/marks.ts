import { signal, type ReadonlySignal } from '@preact/signals';
import type { RouteName } from '../routes/index.ts';

type Marks = { readonly [Name in RouteName]?: number };

const state = signal<Marks>({});

/** How many things wait for the trader at a place. */
export const marks: ReadonlySignal<Marks> = state;

export function markPlace(route: RouteName, count: number): void {
  if ((state.peek()[route] ?? 0) !== count) state.value = { ...state.peek(), [route]: count };
}
