import { grades, type Field } from '@taffrail/domain/playbooks';
import { NumberField, Select } from '@taffrail/ui';
import { list as words } from '../../words/index.ts';
import { readWanted, writtenWanted, type Wanted } from './answers.ts';
import css from './list.module.css';
import type { ListState } from './useList.ts';

const ALL = 'all';

/** By which playbook, what it came to, and what was answered to its fields. */
export function AnswerFilters({ state: { search, changeSearch, playbooks } }: { readonly state: ListState }) {
  if (playbooks.length === 0) return null;
  const chosen = playbooks.find(({ id }) => id === search.playbook);
  const wanted = search.answer.flatMap((text) => readWanted(text) ?? []);
  const want = (key: string, one: Wanted | undefined): void => {
    const others = wanted.filter((other) => other.key !== key);
    changeSearch({ answer: [...others, ...(one === undefined ? [] : [one])].map(writtenWanted) });
  };
  return (
    <>
      <Select
        label={words.playbook}
        value={chosen?.id ?? ALL}
        choices={[{ value: ALL, label: words.anyPlaybook }, ...playbooks.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => changeSearch({ playbook: id === ALL ? '' : id, answer: [] })}
      />
      <Select
        label={words.grade}
        value={search.grade ?? ALL}
        choices={[{ value: ALL, label: words.anyGrade }, ...grades.map((value) => ({ value, label: words.gradeIs(value) }))]}
        onChange={(grade) => changeSearch({ grade: grade === ALL ? undefined : grade })}
      />
      {chosen?.fields.map((field) => (
        <FieldFilter
          key={field.key}
          field={field}
          wanted={wanted.find(({ key }) => key === field.key)}
          onWant={(one) => want(field.key, one)}
        />
      ))}
    </>
  );
}

interface FieldFilterProps {
  readonly field: Field;
  readonly wanted: Wanted | undefined;
  readonly onWant: (wanted: Wanted | undefined) => void;
}

function FieldFilter({ field, wanted, onWant }: FieldFilterProps) {
  const { key, label, type } = field;
  if (type === 'number' || type === 'rating') {
    const bounds = wanted !== undefined && 'from' in wanted ? wanted : { key, from: undefined, to: undefined };
    const bound = (part: { from?: string | undefined; to?: string | undefined }): void => {
      const next = { ...bounds, ...part };
      onWant(next.from === undefined && next.to === undefined ? undefined : next);
    };
    return (
      <div class={css.days}>
        <NumberField label={words.atLeast(label)} value={bounds.from} onChange={(from) => bound({ from })} />
        <NumberField label={words.atMost(label)} value={bounds.to} onChange={(to) => bound({ to })} />
      </div>
    );
  }
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : (field.validation.options ?? []).map((option) => ({ value: `is ${option}`, label: option }));
  const chosen = wanted !== undefined && 'is' in wanted ? (typeof wanted.is === 'boolean' ? String(wanted.is) : `is ${wanted.is}`) : ALL;
  return (
    <Select
      label={label}
      value={chosen}
      choices={[{ value: ALL, label: words.anyAnswer }, ...choices]}
      onChange={(value) => onWant(wantedBy(key, value))}
    />
  );
}

/** An option may be called anything, also what stands for all of them. */
function wantedBy(key: string, value: string): Wanted | undefined {
  if (value === ALL) return undefined;
  return { key, is: value.startsWith('is ') ? value.slice(3) : value === 'true' };
}
