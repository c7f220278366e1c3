import { Banner, Button, LinkButton } from '@taffrail/ui';
import { link, place } from '../routes/index.ts';
import { shell } from '../words/index.ts';
import { book, mayWrite, removeBook, type Book } from './book.ts';
import { toast } from './toasts.ts';

/** What holds for the book as a whole, above every page of it. */
export function BookNotice() {
  const now = book.value;
  if (now.status !== 'open') return null;
  if (now.entry.is_sample) return <SampleNotice book={now} />;
  const { state } = now.replica.line.value;
  if (state === 'signed_out' && place.value.match?.name !== 'waiting') {
    return <Banner actions={<LinkButton href={link('signIn')}>{shell.signIn}</LinkButton>}>{shell.signedOut}</Banner>;
  }
  if (state === 'revoked') {
    return (
      <Banner tone="breach" actions={<LinkButton href={link('data')}>{shell.toExport}</LinkButton>}>
        {shell.revoked}
      </Banner>
    );
  }
  return mayWrite.value ? null : <Banner brief>{shell.readsOnly}</Banner>;
}

function SampleNotice({ book: { entry } }: { readonly book: Extract<Book, { status: 'open' }> }) {
  async function remove(): Promise<void> {
    await removeBook(entry);
    toast({ text: shell.sampleRemoved });
  }
  return (
    <Banner
      brief
      actions={
        <Button tone="quiet" onClick={() => void remove()}>
          <span aria-hidden>{shell.sampleRemoveShort}</span>
          <span class="visually-hidden">{shell.sampleRemove}</span>
        </Button>
      }
    >
      {shell.sampleMeaning}
    </Banner>
  );
}
