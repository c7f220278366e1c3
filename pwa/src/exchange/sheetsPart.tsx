import { Button, Card } from '@taffrail/ui';
import { useReplica } from '../app/index.ts';
import { exchange as words } from '../words/index.ts';
import css from './exchange.module.css';
import { saveSheet, type Sheet } from './sheets.ts';

const sheets: readonly Sheet[] = ['positions', 'fills'];

/** All positions and all fills, for whoever works on in a spreadsheet. */
export function SheetsPart() {
  const replica = useReplica();
  return (
    <Card title={words.sheetsTitle}>
      <div class={css.part}>
        <p class={css.meaning}>{words.sheetsMeaning}</p>
        <div class={css.choices}>
          {sheets.map((sheet) => (
            <Button key={sheet} icon="download" onClick={() => void saveSheet(replica, sheet)}>
              {words.sheets[sheet]}
            </Button>
          ))}
        </div>
      </div>
    </Card>
  );
}
