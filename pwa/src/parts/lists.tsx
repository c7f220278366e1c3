import { Amount, Button, Card, FigureTable, List, ListItem, Nets, OrderedList, PendingMark, Section, Tabs, Timeline } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

export function Lists() {
  const [tab, setTab] = useState<'facts' | 'notes'>('facts');
  return (
    <Section title={gallery.lists}>
      <div class={css.stack}>
        <Card>
          <List label={gallery.lists}>
            <ListItem
              title="AAPL"
              note={gallery.open}
              href={link('today')}
              end={
                <>
                  <PendingMark />
                  <Amount value="120" currency="USD" result />
                </>
              }
            />
            <ListItem icon="settings" title={gallery.instrument} note={gallery.stock} href={link('today')} />
          </List>
        </Card>
        <Card>
          <Figures />
        </Card>
        <Card>
          <Ordered />
        </Card>
        <Tabs
          label={gallery.tabs}
          value={tab}
          tabs={[
            { value: 'facts', label: gallery.facts },
            { value: 'notes', label: gallery.notes },
          ]}
          onChange={setTab}
        >
          {tab === 'notes' ? <p>{gallery.hint}</p> : <Facts />}
        </Tabs>
      </div>
    </Section>
  );
}

const kinds = [
  { kind: gallery.stock, nets: [{ currency: 'USD', amount: '1250' }] },
  {
    kind: gallery.option,
    nets: [
      { currency: 'USD', amount: '-310.5' },
      { currency: 'EUR', amount: '42' },
    ],
  },
  { kind: gallery.future, nets: [] },
];

function Figures() {
  return (
    <FigureTable>
      <thead>
        <tr>
          <th scope="col">{gallery.kind}</th>
          <th scope="col">{gallery.figures}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, nets }) => (
          <tr key={kind}>
            <th scope="row">{kind}</th>
            <td>
              <Nets nets={nets} note={gallery.unknownNote} />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

const itself = (item: string): string => item;

function Ordered() {
  const [items, setItems] = useState(gallery.ordered);
  return (
    <OrderedList
      label={gallery.orderedList}
      items={items}
      keyOf={itself}
      nameOf={itself}
      onMove={(item, to) => setItems(items.filter((other) => other !== item).toSpliced(to, 0, item))}
    >
      {(item, { handle, down }) => (
        <div class={css.row}>
          {handle}
          {item}
          <Button tone="quiet" disabled={down === undefined} onClick={down}>
            {gallery.later}
          </Button>
        </div>
      )}
    </OrderedList>
  );
}

function Facts() {
  return (
    <Timeline
      label={gallery.facts}
      entries={[
        { key: '1', icon: 'add', time: '09:31', title: gallery.bought, body: gallery.stock },
        { key: '2', icon: 'edit', time: '09:40', title: gallery.corrected, undone: true },
        { key: '3', icon: 'check', time: '15:59', title: gallery.sold },
      ]}
    />
  );
}
