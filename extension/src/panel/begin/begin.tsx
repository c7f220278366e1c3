import { Button } from '@taffrail/ui';
import { pairing as words } from '../../words/index.ts';
import { beginHere } from '../book.ts';
import css from './begin.module.css';
import { PairForm } from './pairForm.tsx';

/** The first thing anybody sees: a server of their own, or none. */
export function Begin() {
  return (
    <main class={css.begin}>
      <h1>{words.title}</h1>
      <p>{words.meaning}</p>
      <PairForm />
      <Button wide onClick={() => void beginHere()}>
        {words.here}
      </Button>
    </main>
  );
}
