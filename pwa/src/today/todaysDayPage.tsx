import { Card, LinkButton } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { today as words } from '../words/index.ts';
import css from './today.module.css';

export function TodaysDayPage() {
  return (
    <Card title={words.dayPage} actions={<LinkButton href={link('days')}>{words.openDayPage}</LinkButton>}>
      <p class={css.muted}>{words.dayPageMeaning}</p>
    </Card>
  );
}
