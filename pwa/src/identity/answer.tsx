import { Button, ErrorState, LinkButton, OfflineState, Skeleton } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { link } from '../routes/index.ts';
import { identity } from '../words/index.ts';
import type { Answered } from './answered.ts';

interface AnswerProps<T> {
  readonly of: Answered<T>;
  /** As many as there will be, by a guess. */
  readonly rows: number;
  readonly again: () => Promise<void>;
  readonly children: (value: T) => ComponentChildren;
}

/** Draws what the server answered, or why it did not. */
export function Answer<T>({ of, rows, again, children }: AnswerProps<T>) {
  if (of.status === 'loading') return <Skeleton shape="row" count={rows} />;
  if (of.status === 'ready') return <>{children(of.value)}</>;
  const { code, sentence } = of.refusal;
  const retry = (
    <Button icon="refresh" onClick={() => void again()}>
      {identity.again}
    </Button>
  );
  if (code === 'offline') {
    return (
      <OfflineState title={identity.needsServer} actions={retry}>
        {sentence}
      </OfflineState>
    );
  }
  const needsSession = code === 'sign_in_needed' || code === 'session_needed';
  return (
    <ErrorState title={identity.notShown} actions={needsSession ? <LinkButton href={link('signIn')}>{identity.signIn}</LinkButton> : retry}>
      {sentence}
    </ErrorState>
  );
}
