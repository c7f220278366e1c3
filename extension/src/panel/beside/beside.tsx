import { Skeleton } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { readKept } from '../../app/index.ts';
import { FirstAccount } from '../begin/firstAccount.tsx';
import { useBook } from '../book.ts';
import { draft, takeUpDraft, ticketIsAbout } from '../plan/draft.ts';
import { PlanCard } from '../plan/planCard.tsx';
import { usePlan } from '../plan/usePlan.ts';
import { followTicket } from '../reading/reading.ts';
import { ReadingLine } from '../reading/readingLine.tsx';
import { TeachingCard } from '../teach/teachingCard.tsx';
import { ticket as words } from '../../words/index.ts';
import css from './beside.module.css';
import { Planned } from './planned.tsx';
import { Standing } from './standing.tsx';

/** What stands beside the ticket: what it says, the plan that becomes of it, and what is said to that. */
export function Beside() {
  const { replica } = useBook();
  useEffect(() => void takeUpDraft(replica), [replica]);
  return (
    <main class={css.beside}>
      <h1 class="visually-hidden">{words.title}</h1>
      <Standing />
      {draft.value?.book_id === replica.bookId ? <Planning draft={draft.value} /> : <Skeleton shape="row" count={6} />}
    </main>
  );
}

function Planning({ draft: now }: { readonly draft: NonNullable<typeof draft.value> }) {
  const { replica } = useBook();
  const [lastAccount, setLast] = useState<string>();
  const plan = usePlan(now, lastAccount);
  const about = plan?.about ?? null;
  useEffect(() => {
    followTicketOnce();
    void readKept('account').then(setLast);
  }, []);
  useEffect(() => {
    if (about !== null) ticketIsAbout(about, replica);
  }, [about, replica]);

  if (plan === undefined) return <Skeleton shape="row" count={6} />;
  if (plan.accounts.length === 0) return <FirstAccount />;
  return (
    <>
      <ReadingLine />
      <TeachingCard />
      <PlanCard draft={now} plan={plan} />
      <Planned />
    </>
  );
}

let isFollowing = false;

function followTicketOnce(): void {
  if (!isFollowing) followTicket();
  isFollowing = true;
}
