import type { Manifest } from '@taffrail/replica/exchange';
import { DefinitionList, useFormats } from '@taffrail/ui';
import { exchange as words } from '../words/index.ts';

/** What an export holds, in the trader's own terms. */
export function Contents({ manifest: { book, exported_at, contents } }: { readonly manifest: Manifest }) {
  const formats = useFormats();
  const { accounts, first_day, last_day } = contents;
  const counts = (['positions', 'facts', 'documents', 'attachments'] as const).map((key) => ({ key, count: contents[key] }));
  const unsettled = (['waiting', 'conflicts'] as const).flatMap((key) => (contents[key] > 0 ? [{ key, count: contents[key] }] : []));
  const days = first_day === null || last_day === null ? words.none : words.fromTo(formats.day(first_day), formats.day(last_day));
  return (
    <DefinitionList
      items={[
        { key: 'book', term: words.book, value: book },
        { key: 'exported_at', term: words.exportedAt, value: formats.dateTime(exported_at) },
        { key: 'accounts', term: words.accounts, value: accounts.length === 0 ? words.none : accounts.join(', ') },
        { key: 'days', term: words.days, value: days },
        ...[...counts, ...unsettled].map(({ key, count }) => ({ key, term: words[key], value: formats.count(count) })),
      ]}
    />
  );
}
