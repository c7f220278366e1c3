import { Button, ErrorState } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { shell } from '../words/index.ts';
import { sentenceOf } from './problem.ts';

/** A page that fails takes only itself away: the places around it stay. */
export function Boundary({ children }: { readonly children: ComponentChildren }) {
  const [error, again] = useErrorBoundary((thrown: unknown) => reportError(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <ErrorState
      title={shell.failedTitle}
      actions={
        <>
          <Button tone="primary" icon="refresh" onClick={again}>
            {shell.openAgain}
          </Button>
          <Button onClick={() => location.reload()}>{shell.reload}</Button>
        </>
      }
    >
      <p>{sentenceOf(error)}</p>
      <p>{shell.failed}</p>
    </ErrorState>
  );
}
