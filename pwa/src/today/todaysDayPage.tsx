import { Card, LinkButton, Skeleton } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { today as words } from '../words/index.ts';
import css from './today.module.css';

/** Today's page and what is to be ticked on it. What holds it is larger than the rest of this screen, and comes after it. */
export function TodaysDayPage() {
  const [Checklist, setChecklist] = useState<ComponentType>();
  // A function given to a setter is called; what is to be kept is the one inside.
  useEffect(() => void import('../journal/index.ts').then(({ TodaysChecklist }) => setChecklist(() => TodaysChecklist)), []);
  return (
    <Card title={words.dayPage} actions={<LinkButton href={link('days')}>{words.openDayPage}</LinkButton>}>
      <p class={css.muted}>{words.dayPageMeaning}</p>
      {Checklist === undefined ? <Skeleton shape="row" count={3} /> : <Checklist />}
    </Card>
  );
}
