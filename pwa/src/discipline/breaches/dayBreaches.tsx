import { type Breach, weekOf } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import { List, ListItem, Section, useFormats, useIsPhone } from '@taffrail/ui';
import { useBreaches } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { breaches as words, ruleNames, sentenceOfBreach, withoutYear } from '../../words/index.ts';
import css from './breaches.module.css';
import { useNames } from './useNames.ts';

/** The rules that a day broke, each with its reason. On a phone they come first, and a day that broke none gives them no room. */
export function DayBreaches({ day }: { readonly day: Day }) {
  const isPhone = useIsPhone();
  const own = useBreaches()?.filter(({ withdrawn, finding }) => withdrawn === null && finding.days.includes(day));
  const week = weekOf(day);
  if (isPhone && (own ?? []).length === 0) return null;
  return (
    <Section title={words.onDay} actions={<a href={link('review', { week })}>{words.reviewOf(String(Number(week.slice(6))))}</a>}>
      {own?.length === 0 && <p class={css.muted}>{words.noneOnDay}</p>}
      {own !== undefined && own.length > 0 && <BreachList breaches={own} />}
    </Section>
  );
}

/** Breaches in a few lines, each leading to the facts behind it. */
export function BreachList({ breaches }: { readonly breaches: readonly Breach[] }) {
  const formats = useFormats();
  const names = useNames();
  return (
    <List label={words.title}>
      {breaches.map(({ id, finding }) => (
        <ListItem
          key={id}
          icon="breach"
          title={ruleNames[finding.rule_key]}
          note={sentenceOfBreach(finding, withoutYear(formats), names.symbolOf(finding))}
          href={link('breach', { id })}
        />
      ))}
    </List>
  );
}
