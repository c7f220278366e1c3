import { Select } from '@taffrail/ui';
import { list as words } from '../../words/index.ts';
import { groupings, type Grouping } from './filters.ts';
import type { ListState } from './useList.ts';

const NONE = 'none';
const BY_ANSWER = 'answer:';

interface GroupChoiceProps {
  readonly state: ListState;
  readonly bare: boolean;
}

/** What trades are put together by; of the playbook that is looked at also by what was answered to one field. */
export function GroupChoice({ state: { search, changeSearch, playbooks }, bare }: GroupChoiceProps) {
  const fields = playbooks.find(({ id }) => id === search.playbook)?.fields ?? [];
  const plain = groupings.filter((grouping) => grouping !== 'answer' && (playbooks.length > 0 || !ofPlaybooks.has(grouping)));
  const choices = [
    { value: NONE, label: words.noGroups },
    ...plain.map((value) => ({ value: value as string, label: words.groupings[value] })),
    ...fields.map(({ key, label }) => ({ value: BY_ANSWER + key, label: words.byAnswer(label) })),
  ];

  function choose(value: string): void {
    if (value.startsWith(BY_ANSWER)) changeSearch({ group: 'answer', field: value.slice(BY_ANSWER.length) });
    else changeSearch({ group: plain.find((grouping) => grouping === value), field: '' });
  }

  const chosen = search.group === 'answer' ? BY_ANSWER + search.field : (search.group ?? NONE);
  return (
    <Select
      bare={bare}
      label={words.group}
      value={choices.some(({ value }) => value === chosen) ? chosen : NONE}
      choices={choices}
      onChange={choose}
    />
  );
}

const ofPlaybooks: ReadonlySet<Grouping> = new Set<Grouping>(['playbook', 'grade']);
