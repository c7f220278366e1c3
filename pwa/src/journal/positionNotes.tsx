import type { Id } from '@taffrail/domain/kernel';
import { Section } from '@taffrail/ui';
import { journal } from '../words/index.ts';
import { WrittenPage } from './writtenPage.tsx';

/** What is to be remembered about one position. */
export function PositionNotes({ positionId }: { readonly positionId: Id }) {
  return (
    <Section title={journal.notes}>
      <WrittenPage
        name={`notes/${positionId}`}
        label={journal.notes}
        placeholder={journal.writeNotes}
        subject={{ type: 'position', id: positionId }}
      />
    </Section>
  );
}
