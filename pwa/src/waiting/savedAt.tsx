import type { SavedAt as Saved } from '@taffrail/replica';
import { DefinitionList, useFormats } from '@taffrail/ui';
import { waiting as words } from '../words/index.ts';

/** Two different things, and said as two. */
export function SavedAt({ savedAt, isAlone }: { readonly savedAt: Saved; readonly isAlone: boolean }) {
  const formats = useFormats();
  const at = (instant: string | undefined) =>
    instant === undefined ? (
      words.never
    ) : (
      <time dateTime={instant} title={formats.exactTime(instant)}>
        {formats.dateTime(instant)}
      </time>
    );
  const here = { key: 'here', term: words.savedHere, value: at(savedAt.device) };
  const there = { key: 'there', term: words.savedThere, value: at(savedAt.server) };
  return <DefinitionList items={isAlone ? [here] : [here, there]} />;
}
