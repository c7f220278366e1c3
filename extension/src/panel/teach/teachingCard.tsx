import { Banner, Button, Card, useFormats, type Formats } from '@taffrail/ui';
import { readIn } from '../../app/index.ts';
import { teach as words, ticket } from '../../words/index.ts';
import { ShortButton } from '../shortButton.tsx';
import css from './teaching.module.css';
import { keepLesson, lessons, pointAt, skip, stopTeaching, type Teaching } from './teaching.ts';

/** Beside a page that is being taught: what to point at, and what is read of it at once. */
export function TeachingCard({ now }: { readonly now: Teaching }) {
  const { at, lesson, problem } = now;
  return (
    <Card title={words.title}>
      <p role="status" class={css.asked}>
        {at === undefined ? words.done : words.pointAt[at]}
      </p>
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

function Lesson({ at, now: { at: askedFor, lesson, readings } }: LessonProps) {
  const formats = useFormats();
  const reading = readings[at];
  const said = at === 'ticket' && lesson !== null ? words.found : reading && (saidIn(at, readIn(reading), formats) ?? words.nothing);
  const isAsked = at === askedFor || (at === 'side' && askedFor === 'other_side');
  return (
    <li class={css.lesson} aria-current={isAsked ? 'step' : undefined}>
      <span>{words.names[at]}</span>
      <strong>{said}</strong>
      <ShortButton
        tone="quiet"
        short={words.point}
        name={words.pointAt[at]}
        disabled={at !== 'ticket' && lesson === null}
        onClick={() => pointAt(at)}
      />
    </li>
  );
}

/** As it stands in the plan. */
function saidIn(at: LessonProps['at'], read: string | undefined, formats: Formats): string | undefined {
  if (read === 'buy' || read === 'sell') return ticket.sides[read];
  return read !== undefined && FIGURES.has(at) ? formats.quantity(read) : read;
}

const FIGURES: ReadonlySet<LessonProps['at']> = new Set(['quantity', 'price', 'stop', 'target']);
