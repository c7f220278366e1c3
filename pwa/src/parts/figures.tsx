import { Amount, DefinitionList, GradeMark, RMultiple, Section, Status, Tooltip } from '@taffrail/ui';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

export function Figures() {
  return (
    <Section title={gallery.figures}>
      <div class={css.stack}>
        <div class={css.row}>
          <Amount value="1240.5" currency="USD" withCurrency result large />
          <RMultiple value="1.24" large />
        </div>
        <DefinitionList
          items={[
            { key: 'gain', term: gallery.gain, value: <Amount value="482.1" currency="USD" result /> },
            { key: 'loss', term: gallery.loss, value: <Amount value="-1204" currency="USD" result /> },
            { key: 'flat', term: gallery.flat, value: <Amount value="0" currency="USD" result /> },
            { key: 'price', term: gallery.price, value: <Amount value="101.5" currency="EUR" withCurrency /> },
            { key: 'unknown', term: gallery.unknown, value: <Amount value={null} currency="USD" note={gallery.unknownNote} /> },
            { key: 'r', term: <Tooltip text={gallery.rMeaning}>R</Tooltip>, value: <RMultiple value="-0.5" /> },
          ]}
        />
        <div class={css.row}>
          <Status status="planned" />
          <Status status="open" />
          <Status status="closed" />
          <Status status="given_up" />
          <GradeMark grade="A" />
          <GradeMark grade="B" />
          <GradeMark grade="C" />
          <GradeMark grade="D" />
        </div>
      </div>
    </Section>
  );
}
