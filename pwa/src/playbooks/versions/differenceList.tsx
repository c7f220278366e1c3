import type { Json } from '@taffrail/domain/kernel';
import { isSame, type Change, type Difference } from '@taffrail/domain/playbooks';
import { Icon, type Formats, type IconName, useFormats } from '@taffrail/ui';
import { difference as words, fieldTypes, purposes } from '../../words/index.ts';
import { nameOfBinding } from '../bindings.ts';
import css from './versions.module.css';

interface Line {
  readonly icon: IconName;
  readonly text: string;
}

/** What differs between two versions, in words. */
export function DifferenceList({ difference }: { readonly difference: Difference }) {
  const formats = useFormats();
  if (isSame(difference)) return <p class={css.muted}>{words.same}</p>;
  return (
    <ul class={css.differences}>
      {linesOf(difference, formats).map(({ icon, text }) => (
        <li key={text} class={css.difference}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function linesOf({ changed, fields }: Difference, formats: Formats): readonly Line[] {
  return [
    ...changed.map((change): Line => ({ icon: 'edit', text: changeInWords(change, formats) })),
    ...fields.added.map(({ label, place }): Line => ({ icon: 'add', text: words.added(label, place) })),
    ...fields.removed.map(({ label, place }): Line => ({ icon: 'trash', text: words.removed(label, place) })),
    ...fields.moved.map(({ label, from, to }): Line => ({ icon: from > to ? 'up' : 'down', text: words.moved(label, from, to) })),
    ...fields.changed.flatMap(({ label, changes }) =>
      changes.map((change): Line => ({ icon: 'edit', text: words.of(label, changeInWords(change, formats)) })),
    ),
  ];
}

function changeInWords({ what, from, to }: Change, formats: Formats): string {
  const name = words.parts[what] ?? what;
  const [before, now] = [printed(what, from, formats), printed(what, to, formats)];
  if (before === undefined) return words.isNew(name, now ?? words.none);
  return now === undefined ? words.isGone(name, before) : words.wasNow(name, before, now);
}

function printed(what: string, value: Json, formats: Formats): string | undefined {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.map((each) => (what === 'strategy_bindings' ? nameOfBinding(String(each)) : String(each))).join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (what.startsWith('grade_thresholds')) return formats.share(text);
  if (what.startsWith('risk_schedule') || what === 'template_max_risk_pct') return formats.percent(text);
  if (what === 'type') return fieldTypes[text as keyof typeof fieldTypes] ?? text;
  if (what === 'purpose') return purposes[text as keyof typeof purposes] ?? text;
  return figures.has(what) ? formats.quantity(text) : text;
}

const figures = new Set(['weight', 'validation.min', 'validation.max']);
