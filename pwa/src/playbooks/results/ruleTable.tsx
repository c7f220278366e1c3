import type { PlaybookVersion, Results } from '@taffrail/domain/playbooks';
import { Section, FigureTable } from '@taffrail/ui';
import { results as words } from '../../words/index.ts';
import css from './results.module.css';
import { TallyHead, TallyRow } from './tallyRow.tsx';

interface RuleTableProps {
  readonly rules: Results['by_rule'];
  /** Latest first: a rule is called what it was called last. */
  readonly versions: readonly PlaybookVersion[];
}

/** Whether a rule earns its place: what came of following it, and of not. */
export function RuleTable({ rules, versions }: RuleTableProps) {
  const traded = rules.filter(({ followed, broken }) => followed.closed + broken.closed > 0);
  return (
    <Section title={words.byRule}>
      <FigureTable>
        <TallyHead first={words.rule} />
        {traded.map(({ key, followed, broken }) => (
          <tbody key={key}>
            <tr>
              <th scope="rowgroup" colSpan={5} class={css.rule}>
                {labelOf(key, versions)}
              </th>
            </tr>
            <TallyRow name={words.followed} tally={followed} />
            <TallyRow name={words.broken} tally={broken} />
          </tbody>
        ))}
      </FigureTable>
    </Section>
  );
}

function labelOf(key: string, versions: readonly PlaybookVersion[]): string {
  const fields = versions.flatMap(({ content }) => content.fields);
  return fields.find((field) => field.key === key)?.label ?? key;
}
