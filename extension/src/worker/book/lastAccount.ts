import { signal, type ReadonlySignal } from '@preact/signals';
import type { Id } from '@taffrail/domain/kernel';
import { followKept } from '../../app/index.ts';

const state = signal<Id | undefined>(undefined);

/** Where the last plan was booked. */
export const lastAccount: ReadonlySignal<Id | undefined> = state;

export const followLastAccount = (): (() => void) => followKept('account', (id) => void (state.value = id));
