import { parts } from '@taffrail/face/words';
import { PartsSetting, Toasts } from '@taffrail/ui';
import { shell } from '../words/index.ts';
import { place } from '../routes/index.ts';
import type { Updates } from '../updates/index.ts';
import css from './app.module.css';
import { openReplicaOf } from './book.ts';
import { BookNotice } from './bookNotice.tsx';
import { KeySheet } from './keySheet.tsx';
import type { Pages } from './pages.ts';
import { Palette } from './palette.tsx';
import { manner } from './preferences.ts';
import { ProofDialog } from './proofDialog.tsx';
import { Shell } from './shell.tsx';
import { closeToast, toasts } from './toasts.ts';
import { UpdatePrompt } from './updatePrompt.tsx';
import { View } from './view.tsx';

interface AppProps {
  readonly pages: Pages;
  readonly updates: Updates;
}

export function App({ pages, updates }: AppProps) {
  const name = place.value.match?.name;
  const isBare = name !== undefined && pages[name]?.isBare === true;
  const view = <View pages={pages} />;
  // Above the page: what concerns all of them.
  const notices = (
    <div class={css.notices}>
      <UpdatePrompt updates={updates} />
      {!isBare && <BookNotice />}
    </div>
  );

  return (
    <PartsSetting words={parts} {...manner.value} hasServer={openReplicaOf.value?.line.value.state !== 'none'}>
      {isBare ? (
        <main id="page">
          {notices}
          {view}
        </main>
      ) : (
        <Shell pages={pages}>
          {notices}
          {view}
        </Shell>
      )}
      <Palette />
      <KeySheet />
      <ProofDialog />
      <Toasts label={shell.messages} messages={toasts.value} onClose={closeToast} />
    </PartsSetting>
  );
}
