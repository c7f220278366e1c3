import { differenceOf, type PlaybookVersion } from '@taffrail/domain/playbooks';
import { Badge, List, ListItem, Section, Select, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { playbooks as words } from '../../words/index.ts';
import { DifferenceList } from './differenceList.tsx';
import css from './versions.module.css';

/** Everything a playbook ever said, and what any two versions of it say otherwise. Latest first. */
export function VersionList({ versions }: { readonly versions: readonly PlaybookVersion[] }) {
  const formats = useFormats();
  return (
    <Section title={words.versions}>
      <List label={words.versions}>
        {versions.map(({ id, version, content, published_at }, place) => (
          <ListItem
            key={id}
            title={
              <>
                {words.versionNumber(version)} {place === 0 && <Badge tone="accent">{words.current}</Badge>}
              </>
            }
            note={[formats.dateTime(published_at), words.fieldCount(content.fields.length)].join(' · ')}
          />
        ))}
      </List>
      {versions.length > 1 ? <Comparison versions={versions} /> : <p class={css.muted}>{words.onlyOne}</p>}
    </Section>
  );
}

function Comparison({ versions }: { readonly versions: readonly PlaybookVersion[] }) {
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const from = versions.find(({ id }) => id === chosen.from) ?? versions[1];
  const to = versions.find(({ id }) => id === chosen.to) ?? versions[0];
  if (from === undefined || to === undefined) return null;
  const choices = versions.map(({ id, version }) => ({ value: id, label: words.versionNumber(version) }));
  return (
    <>
      <div class={css.choice}>
        <Select label={words.compareFrom} value={from.id} choices={choices} onChange={(id) => setChosen({ ...chosen, from: id })} />
        <Select label={words.compareTo} value={to.id} choices={choices} onChange={(id) => setChosen({ ...chosen, to: id })} />
      </div>
      <DifferenceList difference={differenceOf(from.content, to.content)} />
    </>
  );
}
