import { EmptyState, LinkButton } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { link } from '../routes/index.ts';
import { identity } from '../words/index.ts';
import { useWho } from './who.ts';

/** What belongs to a person is shown to whoever is signed in. While nobody can be asked, each part says so by itself. */
export function SignedIn({ children }: { readonly children: ComponentChildren }) {
  const who = useWho();
  if (who.status !== 'out') return <>{children}</>;
  return (
    <EmptyState
      icon="lock"
      title={identity.notSignedIn}
      actions={
        <LinkButton tone="primary" href={link('signIn')}>
          {identity.signIn}
        </LinkButton>
      }
    >
      {identity.notSignedInMeaning}
    </EmptyState>
  );
}
