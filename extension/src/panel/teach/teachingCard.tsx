import { Banner, Button, Card } from '@taffrail/ui';

import { readIn } from '../../app/index.ts';
import { teach as words } from '../../words/index.ts';
import css from './teaching.module.css';
import { keepLesson, lessons, pointAt, skip, stopTeaching, teaching, type Teaching } from './teaching.ts';

/** Beside a page that is being taught: what to point at, and what is read of it at once. */
export function TeachingCard() {
  const now = teaching.value;
  if (now === undefined) return null;
  const { at, lesson, problem } = now;
  return (
    <Card title={words.title}>
      <p role="status">{at === undefined ? words.done : words.pointAt[at]}</p>
      {problem !== undefined && <Banner tone="warning">{words.problems[problem]}</Banner>}
      <ol class={css.lessons}>
        {lessons.map((lessonAt) => (
          <Lesson key={lessonAt} at={lessonAt} now={now} />
        ))}
      </ol>
      <div class={css.actions}>
        {at !== undefined && at !== 'ticket' && <Button onClick={skip}>{words.skip}</Button>}
        <Button onClick={stopTeaching}>{words.stop}</Button>
        <Button tone="primary" disabled={lesson === null} onClick={() => void keepLesson()}>
          {words.keep}
        </Button>
      </div>
    </Card>
  );
}

interface LessonProps {
  readonly at: (typeof lessons)[number];
  readonly now: Teaching;
}

function Lesson({ at, now: { lesson, readings } }: LessonProps) {
  const reading = readings[at];
  const said = at === 'ticket' && lesson !== null ? words.found : reading && (readIn(reading) ?? words.nothing);
  return (
    <li class={css.lesson}>
      <span>{words.names[at]}</span>
      <strong>{said}</strong>
      <Button tone="quiet" disabled={at !== 'ticket' && lesson === null} onClick={() => pointAt(at)}>
        <span aria-hidden>{words.point}</span>
        <span class="visually-hidden">{words.pointAt[at]}</span>
      </Button>
    </li>
  );
}
