import { mayWrite } from '../app/index.ts';
import { goBack, link } from '../routes/index.ts';
import { EntrySheet, type EntrySheetProps } from './entry/entrySheet.tsx';
import { PositionsPage } from './positionsPage.tsx';

/** The form stands beside the list, so that one sees what one has while writing down what one did. */
export function NewPositionPage(props: Pick<EntrySheetProps, 'onSaved' | 'discipline'>) {
  return (
    <>
      <PositionsPage />
      {mayWrite.value && <EntrySheet {...props} onClose={() => goBack(link('positions'))} />}
    </>
  );
}
