import { calendarDayOf, isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import { readShorthand, type Account } from '@taffrail/domain/tradelog';
import type { Wish } from '@taffrail/replica';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { fieldOf, sentenceOfRefusal } from '../form/refused.ts';
import { accountCalled, nextId } from '../standing.ts';
import { entry as words } from '../../words/index.ts';
import { emptyDraft, isBlank, type EntryDraft } from './draft.ts';
import { dropDraft, keepDraft, lastAccountId, rememberAccount } from './keptDraft.ts';
import { takeBackEntry } from './takeBackEntry.ts';
import { NO_OUTLOOK, outlookOf } from './outlook.ts';
import { missingIn, wishOf } from './wish.ts';

/** Puts it in the book, or says why not. */
export type Send = (wish: Wish, accountId: Id) => Promise<Refusal | undefined>;

/** A trade being typed, with what the rules say to it so far. */
export function useEntry(accounts: readonly Account[], kept: EntryDraft | undefined) {
  const replica = useReplica();
  const ids = () => nextId(replica);
  const open = accounts.filter(({ closed }) => !closed);
  const first = open.find(({ id }) => id === lastAccountId()) ?? open[0];
  const fresh = () => emptyDraft(ids, first?.id);
  const [draft, setDraft] = useState<EntryDraft>(() => kept ?? fresh());
  const [wasTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const account = draft.account_id === undefined ? undefined : accountCalled(open, draft.account_id);
  // Figures do not hang on the minute; what is saved has the time of saving.
  const [now] = useState(() => replica.now());
  const outlook = useMemo(() => (account === undefined ? NO_OUTLOOK : outlookOf(draft, account, now)), [draft, account, now]);

  useEffect(() => keepDraft(replica.bookId, draft), [replica.bookId, draft]);

  function change(part: Partial<EntryDraft>): void {
    setDraft((before) => ({ ...before, ...part }));
    setRefusal(undefined);
  }

  function startAnew(): void {
    setDraft(fresh());
    setTried(false);
    setRefusal(undefined);
  }

  /** Gives how to take it back; nothing where it was not saved. Whoever sends it may say more on the record with it. */
  async function save(send: Send): Promise<(() => void) | undefined> {
    setTried(true);
    if (account === undefined || missingIn(draft) !== undefined) return undefined;
    const wish = wishOf(draft, account, ids);
    const answer = await send(wish, account.id);
    setRefusal(answer);
    if (answer !== undefined) return undefined;
    rememberAccount(account.id);
    dropDraft(replica.bookId);
    return () => void takeBackEntry(replica, wish);
  }

  const today = calendarDayOf(now, account?.zone ?? 'UTC');
  const missing = missingIn(draft);
  const shown = refusal ?? (isRefusal(outlook.view) && wasTried ? outlook.view : undefined);
  const errorAt = (field: string): string | undefined => {
    if (wasTried && field === missing) return words.missing[missing];
    return shown !== undefined && fieldOf(shown) === field ? sentenceOfRefusal(shown) : undefined;
  };

  return {
    draft,
    account,
    open,
    now,
    today,
    said: readShorthand(draft.line, today),
    outlook,
    ids,
    change,
    save,
    startAnew,
    errorAt,
    /** What is wrong with it as a whole. */
    refusal: shown,
    isContinued: kept !== undefined && !isBlank(draft) && draft.position_id === kept.position_id,
  };
}

export type Entry = ReturnType<typeof useEntry>;
