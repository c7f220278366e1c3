import { mayWrite } from '../app/index.ts';
import { goBack, link } from '../routes/index.ts';
import { EntrySheet } from './entry/entrySheet.tsx';
import { PositionsPage } from './positionsPage.tsx';

/** The form stands beside the list, so that one sees what one has while writing down what one did. */
export function NewPositionPage() {
  return (
    <>
      <PositionsPage />
      {mayWrite.value && <EntrySheet onClose={() => goBack(link('positions'))} />}
    </>
  );
}
