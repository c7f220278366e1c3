import { parts } from '@taffrail/face/words';
import { Button, Dialog, Section } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { ask, followKept, type KeptBook } from '../app/index.ts';
import { book, Code, PairForm, pairing, useBook } from '../panel/index.ts';
import { options as words } from '../words/index.ts';

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
      {book.value.status === 'open' && <Remove />}
    </Section>
  );
}

function Remove() {
  const { has_server, waits } = useBook();
  const [isAsked, setAsked] = useState(false);
  const lost = has_server ? waits.commands + waits.files : 0;

  async function remove(): Promise<void> {
    setAsked(false);
    await ask({ kind: 'take_off' });
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
        <p>{has_server ? words.removePaired : words.removeHere}</p>
        {lost > 0 && <p>{words.notSent(lost)}</p>}
      </Dialog>
    </>
  );
}
