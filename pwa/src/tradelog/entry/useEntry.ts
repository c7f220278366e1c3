import { calendarDayOf, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { readShorthand, type Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { fieldOf, sentenceOfRefusal } from '../form/refused.ts';
import { accountCalled, nextId, refusalOf } from '../standing.ts';
import { entry as words } from '../../words/index.ts';
import { emptyDraft, isBlank, type EntryDraft } from './draft.ts';
import { dropDraft, keepDraft, keptDraft, lastAccountId, rememberAccount } from './keptDraft.ts';
import { NO_OUTLOOK, outlookOf } from './outlook.ts';
import { missingIn, wishOf } from './wish.ts';

/** A trade being typed, with what the rules say to it so far. */
export function useEntry(accounts: readonly Account[]) {
  const replica = useReplica();
  const ids = () => nextId(replica);
  const open = accounts.filter(({ closed }) => !closed);
  const first = open.find(({ id }) => id === lastAccountId()) ?? open[0];
  const fresh = () => emptyDraft(ids, first?.id);
  const [kept] = useState(() => keptDraft(replica.bookId));
  const [draft, setDraft] = useState<EntryDraft>(() => kept ?? fresh());
  const [wasTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const account = draft.account_id === undefined ? undefined : accountCalled(open, draft.account_id);
  // Figures do not hang on the minute; what is saved has the time of saving.
  const [now] = useState(() => replica.now());
  const outlook = useMemo(() => (account === undefined ? NO_OUTLOOK : outlookOf(draft, account, now)), [draft, account, now]);

  useEffect(() => keepDraft(replica.bookId, draft), [replica.bookId, draft]);
  useEffect(() => {
    if (kept === undefined) return;
    // A tab can end after the trade was saved and before what was typed was dropped; it is not to be saved twice.
    void isInBook(replica, kept).then((isSaved) => {
      if (isSaved) setDraft(emptyDraft(() => nextId(replica), kept.account_id));
    });
  }, [replica, kept]);

  function change(part: Partial<EntryDraft>): void {
    setDraft((before) => ({ ...before, ...part }));
    setRefusal(undefined);
  }

  function startAnew(): void {
    setDraft(fresh());
    setTried(false);
    setRefusal(undefined);
  }

  /** Whether it was saved. */
  async function save(): Promise<boolean> {
    setTried(true);
    if (account === undefined || missingIn(draft) !== undefined) return false;
    const answer = await refusalOf(replica, wishOf(draft, account, ids));
    setRefusal(answer);
    if (answer !== undefined) return false;
    rememberAccount(account.id);
    dropDraft(replica.bookId);
    return true;
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

/** A draft becomes a position or an order, under the id it has from its beginning. */
async function isInBook(replica: Replica, { position_id: id }: EntryDraft): Promise<boolean> {
  return ((await replica.state('position', id)) ?? (await replica.state('order', id))) !== undefined;
}

export type Entry = ReturnType<typeof useEntry>;
