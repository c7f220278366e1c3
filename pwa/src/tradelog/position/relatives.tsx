import type { Position } from '@taffrail/domain/tradelog';
import { Banner, LinkButton, useFormats } from '@taffrail/ui';
import { saidSentence, useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { position as words } from '../../words/index.ts';

/** The trades this one came from, went into or goes on in; and what of it waits for a decision. */
export function Relatives({ state: { id, continues, continued_in, split_from, merged_into } }: { readonly state: Position }) {
  const formats = useFormats();
  const conflicts = useReplica().conflicts.value.filter(({ wish }) => wish.aggregate_id === id);
  const all = { merged_into, continued_in, continues, split_from };
  return (
    <>
      {conflicts.map((conflict) => (
        <Banner
          key={conflict.id}
          tone="warning"
          title={words.conflict}
          actions={<LinkButton href={link('waiting')}>{words.decide}</LinkButton>}
        >
          {saidSentence(conflict, formats)}
        </Banner>
      ))}
      {Object.entries(all).map(([how, other]) =>
        other === null ? null : (
          <Banner key={how} actions={<LinkButton href={link('position', { id: other })}>{words.openIt}</LinkButton>}>
            {words.relatives[how as keyof typeof all]}
          </Banner>
        ),
      )}
    </>
  );
}
