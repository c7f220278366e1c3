import { Button, Dialog, Section } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { booksAt, followKept, forget, type KeptBook } from '../app/index.ts';
import { book, Code, PairForm, pairing, useBook } from '../panel/index.ts';
import { options as words, parts } from '../words/index.ts';

/** Where the book is, and how it comes to a server or off this browser. */
export function BookPart() {
  const [kept, setKept] = useState<KeptBook>();
  useEffect(() => followKept('book', setKept), []);
  const origin = kept?.origin ?? null;
  const asked = pairing.value;
  return (
    <Section title={words.book}>
      <p>{kept === undefined ? words.none : origin === null ? words.here : words.paired(origin)}</p>
      {asked?.state === 'waiting' ? <Code waiting={asked} /> : origin === null && <PairForm />}
      {book.value.status === 'open' && <Remove origin={origin} />}
    </Section>
  );
}

function Remove({ origin }: { readonly origin: string | null }) {
  const { entry, replica } = useBook();
  const [isAsked, setAsked] = useState(false);
  const { commands, files } = replica.waiting.value;
  const waits = origin === null ? 0 : commands + files;

  /** The pages and the worker let go of the book before it is deleted. */
  async function remove(): Promise<void> {
    setAsked(false);
    await forget('book');
    await (await booksAt(origin)).removeBook(entry.id);
  }

  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.remove}</Button>
      <Dialog
        open={isAsked}
        title={words.removeTitle}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{parts.cancel}</Button>
            <Button tone="danger" onClick={() => void remove()}>
              {words.removeAction}
            </Button>
          </>
        }
      >
        <p>{origin === null ? words.removeHere : words.removePaired}</p>
        {waits > 0 && <p>{words.notSent(waits)}</p>}
      </Dialog>
    </>
  );
}
