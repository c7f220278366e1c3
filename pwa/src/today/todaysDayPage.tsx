import type { Day } from '@taffrail/domain/kernel';
import { Card, LinkButton, Skeleton } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { today as words } from '../words/index.ts';
import css from './today.module.css';

type Loaded = Awaited<ReturnType<typeof load>>;

/** Today's page and what is to be ticked on it. What holds it is larger than the rest of this screen, and comes after it. */
export function TodaysDayPage({ day }: { readonly day: Day }) {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => void load().then(setLoaded), []);
  return (
    <Card title={words.dayPage} actions={<LinkButton href={link('days')}>{words.openDayPage}</LinkButton>}>
      <p class={css.muted}>{words.dayPageMeaning}</p>
      {loaded === undefined ? (
        <Skeleton shape="row" count={3} />
      ) : (
        <loaded.TodaysChecklist key={day} day={day} also={loaded.UnfinishedChecklists} />
      )}
    </Card>
  );
}

async function load() {
  const [{ TodaysChecklist }, { UnfinishedChecklists }] = await Promise.all([
    import('../journal/index.ts'),
    import('../playbooks/index.ts'),
  ]);
  return { TodaysChecklist, UnfinishedChecklists };
}
