import { problems } from '../words/index.ts';
import { toast } from './toasts.ts';

/** What a trader is told of an error that nobody decided: every such sentence of the app comes from here. */
export function sentenceOf(error: unknown): string {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return problems.storageFull;
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) return problems.storageClosed;
  return problems.unexpected;
}

/** Whatever nobody caught ends here. Returns how to stop. */
export function watchForProblems(): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  addEventListener('error', ({ error }) => error !== undefined && error !== null && say(error), { signal });
  addEventListener('unhandledrejection', ({ reason }) => say(reason), { signal });
  return () => stopping.abort();
}

const say = (error: unknown) => toast({ tone: 'breach', text: sentenceOf(error) });

/** The database wraps what the browser said; the cause is inside. */
function namesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? error.inner : undefined;
  return [...name, ...namesOf(inner)];
}
