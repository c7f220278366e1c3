import { LinkButton } from '@taffrail/ui';
import { DoorPage } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { exchange as words } from '../words/index.ts';
import css from './exchange.module.css';
import { ImportSteps } from './importPart.tsx';

/** For whoever comes with a book, such as from another device. */
export function ImportPage() {
  return (
    <DoorPage title={words.bringTitle}>
      <div class={css.part}>
        <ImportSteps onDone={() => go(link('today'), { replace: true })} />
        <LinkButton tone="quiet" wide href={link('welcome')}>
          {words.bringOther}
        </LinkButton>
      </div>
    </DoorPage>
  );
}
