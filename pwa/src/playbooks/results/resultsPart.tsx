import { grades, type PlaybookVersion, type Results } from '@taffrail/domain/playbooks';
import { Banner, RMultiple, Section, useFormats, GradeMark, FigureTable } from '@taffrail/ui';
import { playbooks, results as words } from '../../words/index.ts';
import css from './results.module.css';
import { RuleTable } from './ruleTable.tsx';
import { TallyHead, TallyRow } from './tallyRow.tsx';

interface ResultsPartProps {
  readonly results: Results;
  readonly versions: readonly PlaybookVersion[];
}

/** From about so many trades on, a share of them that won is worth looking at. */
const ENOUGH = 20;

/** What came of the trades that were checked with it: all of them, each grade, each rule. */
export function ResultsPart({ results, versions }: ResultsPartProps) {
  const { closed } = results.all;
  return (
    <>
      <Section title={words.title}>
        <Sum results={results} />
      </Section>
      {closed < ENOUGH && <Banner>{words.few(closed, ENOUGH)}</Banner>}
      <Section title={words.byGrade}>
        <FigureTable>
          <TallyHead first={playbooks.grade} />
          <tbody>
            {grades.map((grade) => (
              <TallyRow key={grade} name={<GradeMark grade={grade} />} tally={results.by_grade[grade]} />
            ))}
          </tbody>
        </FigureTable>
      </Section>
      <RuleTable rules={results.by_rule} versions={versions} />
    </>
  );
}

function Sum({ results: { all, mean_compliance } }: { readonly results: Results }) {
  const formats = useFormats();
  return (
    <dl class={css.sum}>
      <div>
        <dt>{words.meanR}</dt>
        <dd>
          <RMultiple value={all.mean_r} large note={words.noRisk} />
        </dd>
      </div>
      <div>
        <dt>{words.closed}</dt>
        <dd>{formats.count(all.closed)}</dd>
      </div>
      <div>
        <dt>{words.uses}</dt>
        <dd>{formats.count(all.uses)}</dd>
      </div>
      <div>
        <dt>{words.meanCompliance}</dt>
        <dd>{mean_compliance !== null && formats.share(mean_compliance)}</dd>
      </div>
    </dl>
  );
}

/** Before any of its trades is closed. */
export function NoResults({ uses }: { readonly uses: number }) {
  return (
    <Section title={words.title}>
      <p class={css.none}>{uses === 0 ? words.none : words.noneClosed(uses)}</p>
      <p class={css.none}>{words.noneMeaning}</p>
    </Section>
  );
}
