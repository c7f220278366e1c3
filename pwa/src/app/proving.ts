import { signal, type ReadonlySignal } from '@preact/signals';

/** Somebody waits to hear whether it is still the same trader. */
type Asked = (isProven: boolean) => void;

const state = signal<readonly Asked[]>([]);

export const asksForProof: ReadonlySignal<readonly Asked[]> = state;

/** Asks the trader to show again that it is they; whoever asks meanwhile hears the same answer. False where they would rather not. */
export function proveAgain(): Promise<boolean> {
  return new Promise((resolve) => (state.value = [...state.peek(), resolve]));
}

export function proved(isProven: boolean): void {
  const asked = state.peek();
  state.value = [];
  for (const answer of asked) answer(isProven);
}
