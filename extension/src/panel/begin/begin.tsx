import { Button } from '@taffrail/ui';
import { ask } from '../../app/index.ts';
import { pairing as words } from '../../words/index.ts';
import css from './begin.module.css';
import { PairForm } from './pairForm.tsx';

/** The first thing anybody sees: a server of their own, or none. */
export function Begin() {
  return (
    <main class={css.begin}>
      <h1>{words.title}</h1>
      <p>{words.meaning}</p>
      <PairForm />
      <Button wide onClick={() => void ask({ kind: 'begin_here' })}>
        {words.here}
      </Button>
    </main>
  );
}
