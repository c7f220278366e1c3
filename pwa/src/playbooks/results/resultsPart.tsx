import { grades, type Playbook, type PlaybookVersion, type Results } from '@taffrail/domain/playbooks';
import { Banner, EmptyState, RMultiple, Section, Skeleton, useFormats } from '@taffrail/ui';
import { playbooks, results as words } from '../../words/index.ts';
import { GradeMark } from '../checklist/gradeMark.tsx';
import css from './results.module.css';
import { RuleTable } from './ruleTable.tsx';
import { TallyHead, TallyRow } from './tallyRow.tsx';
import { useResults } from './useResults.ts';

interface ResultsPartProps {
  readonly playbook: Playbook;
  readonly versions: readonly PlaybookVersion[];
}

/** What came of the trades that were checked with it: the grades first, then each rule. */
export function ResultsPart({ playbook, versions }: ResultsPartProps) {
  const all = useResults();
  const results = all?.get(playbook.id);
  if (all === undefined) {
    return (
      <Section title={words.title}>
        <Skeleton shape="figure" />
        <Skeleton shape="row" count={5} />
      </Section>
    );
  }
  return (
    <>
      <Section title={words.title}>
        {results && <Sum results={results} />}
        {(results?.all.closed ?? 0) === 0 && (
          <EmptyState icon="checks" title={words.none}>
            {words.noneMeaning}
          </EmptyState>
        )}
      </Section>
      {results && results.all.closed > 0 && (
        <>
          {results.all.closed < ENOUGH && <Banner>{words.few(results.all.closed, ENOUGH)}</Banner>}
          <GradeTable results={results} />
          <RuleTable rules={results.by_rule} versions={versions} />
        </>
      )}
    </>
  );
}

/** From about so many trades on, a share of them that won is worth looking at. */
const ENOUGH = 20;

function Sum({ results: { all, mean_compliance } }: { readonly results: Results }) {
  const formats = useFormats();
  return (
    <dl class={css.sum}>
      <div>
        <dt>{words.meanR}</dt>
        <dd class={css.first}>
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

function GradeTable({ results: { by_grade } }: { readonly results: Results }) {
  return (
    <Section title={words.byGrade}>
      <table class={css.table}>
        <TallyHead first={playbooks.grade} />
        <tbody>
          {grades.map((grade) => (
            <TallyRow key={grade} name={<GradeMark grade={grade} />} tally={by_grade[grade]} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
