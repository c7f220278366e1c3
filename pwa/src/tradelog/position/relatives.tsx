import type { Position } from '@taffrail/domain/tradelog';
import { Banner, LinkButton } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { position as words } from '../../words/index.ts';

/** The trades this one came from, went into or goes on in. */
export function Relatives({ state: { continues, continued_in, split_from, merged_into } }: { readonly state: Position }) {
  const all = { merged_into, continued_in, continues, split_from };
  return (
    <>
      {Object.entries(all).map(([how, id]) =>
        id === null ? null : (
          <Banner key={how} actions={<LinkButton href={link('position', { id })}>{words.openIt}</LinkButton>}>
            {words.relatives[how as keyof typeof all]}
          </Banner>
        ),
      )}
    </>
  );
}
