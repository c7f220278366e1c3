import { effect } from '@preact/signals';
import { Skeleton } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import type { PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { Answer } from '../answer/answer.tsx';
import { FirstAccount } from '../begin/firstAccount.tsx';
import { plan, plans, useBook } from '../book.ts';
import { startAnew, takeUpDraft, ticketIsAbout } from '../plan/draft.ts';
import { PlanCard } from '../plan/planCard.tsx';
import { planOnPage, type PlanOnPage } from '../plan/planOnPage.ts';
import { PlannedList } from '../planned/plannedList.tsx';
import { followTicket } from '../reading/reading.ts';
import { ReadingLine } from '../reading/readingLine.tsx';
import { teaching } from '../teach/teaching.ts';
import { TeachingCard } from '../teach/teachingCard.tsx';
import css from './beside.module.css';
import { Standing } from './standing.tsx';

/** What stands beside the ticket: what it says, the plan that becomes of it, and what is said to that. */
export function Beside() {
  const { book_id } = useBook();
  useEffect(() => void takeUpDraft(book_id), [book_id]);
  useEffect(followOnce, []);
  return (
    <main class={css.beside}>
      <h1 class="visually-hidden">{words.title}</h1>
      <Standing />
      <Planning />
    </main>
  );
}

function Planning() {
  const { book_id } = useBook();
  const [page, said] = [planOnPage.value, plan.value];
  if (page?.draft.book_id !== book_id || said === undefined) return <Skeleton shape="row" count={6} />;
  if (said.accounts.length === 0) return <FirstAccount />;
  return (
    <>
      <Answer page={page} plan={said} />
      {teaching.value === undefined ? <Ticket page={page} plan={said} /> : <TeachingCard now={teaching.value} />}
    </>
  );
}

function Ticket({ page, plan: said }: { readonly page: PlanOnPage; readonly plan: PlanNow }) {
  return (
    <>
      <ReadingLine />
      <PlanCard page={page} plan={said} />
      <PlannedList now={said.now} />
    </>
  );
}

let isFollowing = false;

/** For as long as the panel is open: the ticket, and what it makes of the plan. */
function followOnce(): void {
  if (isFollowing) return;
  isFollowing = true;
  followTicket();
  effect(() => {
    const page = planOnPage.value;
    if (page === undefined) return;
    if (page.about !== null) ticketIsAbout(page.about);
    plans({ draft: page.draft, ticket: page.ticket });
  });
  effect(() => {
    const said = plan.value;
    // It is in the book: whatever comes next is another plan.
    if (said?.is_planned === true && said.position_id === planOnPage.peek()?.draft.position_id) startAnew();
  });
}
