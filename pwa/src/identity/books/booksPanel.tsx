import { Badge, Button, List, ListItem, Menu, type MenuItem, Section, Skeleton } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { openBook, books } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { useWho } from '../who.ts';
import { AttachBook } from './attachBook.tsx';
import { DeleteWorkspace } from './deleteWorkspace.tsx';
import { LeaveWorkspace } from './leaveWorkspace.tsx';
import { NewBook } from './newBook.tsx';
import { RemoveCopy } from './removeCopy.tsx';
import { useShelf } from './shelf.ts';
import type { ShelvedBook } from './shelved.ts';

type Deed = 'attach' | 'remove' | 'leave' | 'delete';
type Doing = { readonly what: Deed; readonly book: ShelvedBook } | { readonly what: 'add' };

/** All the books somebody has: on this device, on the server, or both. One of them is on the screen. */
export function BooksPanel() {
  const who = useWho();
  const [shelf, read] = useShelf();
  const [doing, setDoing] = useState<Doing>();
  const done = () => {
    setDoing(undefined);
    void read();
  };

  return (
    <>
      <Section
        title={identity.books}
        actions={
          <Button icon="add" onClick={() => setDoing({ what: 'add' })}>
            {identity.newBook}
          </Button>
        }
      >
        {shelf === undefined ? (
          <Skeleton shape="row" count={2} />
        ) : (
          <List label={identity.books}>
            {shelf.map((book) => (
              <BookItem key={book.key} book={book} isSignedIn={who.status === 'in'} onDo={(what) => setDoing({ what, book })} />
            ))}
          </List>
        )}
      </Section>
      {doing?.what === 'add' && <NewBook onClose={done} />}
      {doing?.what === 'attach' && doing.book.entry && <AttachBook entry={doing.book.entry} onClose={done} />}
      {doing?.what === 'remove' && doing.book.entry && <RemoveCopy entry={doing.book.entry} onClose={done} />}
      {doing?.what === 'leave' && <LeaveWorkspace book={doing.book} onClose={done} />}
      {doing?.what === 'delete' && <DeleteWorkspace book={doing.book} onClose={done} />}
    </>
  );
}

interface BookItemProps {
  readonly book: ShelvedBook;
  readonly isSignedIn: boolean;
  readonly onDo: (what: Deed) => void;
}

function BookItem({ book, isSignedIn, onDo }: BookItemProps) {
  const items = deedsOn(book, isSignedIn).map((what): MenuItem => ({
    label: identity.deeds[what],
    danger: what === 'delete' || what === 'remove',
    onSelect: () => onDo(what),
  }));
  return (
    <ListItem
      icon={book.entry?.workspace_id === null ? 'device' : 'cloud'}
      title={
        <>
          {book.name} {book.isOpen && <Badge tone="accent">{identity.onScreen}</Badge>}
        </>
      }
      note={whereOf(book)}
      end={
        <>
          {!book.isOpen && <Button onClick={() => void show(book)}>{identity.open}</Button>}
          {items.length > 0 && <Menu label={identity.doWith(book.name)} items={items} />}
        </>
      }
    />
  );
}

async function show({ entry, name }: ShelvedBook): Promise<void> {
  await openBook(entry ?? (await (await books()).joinWorkspace(name, name)));
  go(link('today'));
}

function deedsOn({ entry, role }: ShelvedBook, isSignedIn: boolean): readonly Deed[] {
  const isLocal = entry !== undefined && entry.workspace_id === null;
  return [
    ...(isLocal && !entry.is_sample && isSignedIn ? (['attach'] as const) : []),
    ...(entry === undefined ? [] : (['remove'] as const)),
    ...(role === undefined ? [] : (['leave'] as const)),
    ...(role === 'owner' ? (['delete'] as const) : []),
  ];
}

function whereOf({ entry, role }: ShelvedBook): string {
  if (entry?.is_sample === true) return identity.whereSample;
  if (entry?.workspace_id === null) return identity.whereDevice;
  const where = entry === undefined ? identity.whereServer : identity.whereBoth;
  return role === undefined ? where : `${where} · ${identity.roles[role]}`;
}
