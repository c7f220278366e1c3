import type { Adapter, FieldName } from './adapter.ts';
import { wordsFor, type Views } from './field.ts';
import { meantBy } from './meaning.ts';
import { signsOf } from './pageLocale.ts';
import type { Contradiction, FieldReadings } from './reading.ts';

const spoken = ['symbol', 'side', 'quantity'] as const satisfies readonly FieldName[];

/** Where the button that sends the order says something else than the fields do, one of them is wrong, and nobody here knows which. */
export function contradictionsIn(fields: FieldReadings, adapter: Adapter, views: Views): readonly Contradiction[] {
  const { submit } = adapter;
  const words = submit && wordsOnButton(submit.selector, views);
  if (!words) return [];
  return spoken.flatMap((field) => {
    const [reading, meaning] = [fields[field], submit.says[field]];
    if (reading.state !== 'read' || meaning === undefined) return [];
    const meant = meantBy(words, field, meaning, adapter, signsOf(adapter, views.document));
    return 'value' in meant && meant.value !== reading.value ? [{ field, ticket: reading.value, submit: meant.value }] : [];
  });
}

function wordsOnButton(selectors: readonly string[], views: Views): string | undefined {
  for (const selector of selectors) {
    const found = wordsFor({ selector, from: 'text' }, views);
    if ('words' in found) return found.words.text;
  }
  return undefined;
}
