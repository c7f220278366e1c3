import { type Adapter, ticketIn } from '../brokers/index.ts';
import type { Port } from '../ticket/index.ts';
import { fieldAround, ticketAround } from './around.ts';
import { fieldLearnt, lessonAbout } from './lesson.ts';
import type { FromTeach, PointedAt, ToTeach } from './messages.ts';
import { letPoint } from './pointing.ts';
import { submitLearnt } from './submit.ts';

/** Lets somebody teach a page over a port. What has been learnt is kept by the panel, which says it again with each question. */
export function serveTeaching(port: Port, page: Document): void {
  let stop: (() => void) | undefined;
  const answer = (told: FromTeach): void => port.postMessage(told);

  port.onMessage.addListener((message) => {
    const { at, lesson } = message as ToTeach;
    stop?.();
    stop = letPoint(page, {
      meant: at === 'ticket' ? ticketAround : fieldAround,
      picked: (element) => answer(learntAt(at, lesson, element, page)),
      givenUp: () => answer({ kind: 'given_up', at }),
    });
  });
  port.onDisconnect.addListener(() => stop?.());
}

function learntAt(at: PointedAt, lesson: Adapter | null, element: Element, page: Document): FromTeach {
  const learnt = learn(at, lesson, element, page);
  return 'why' in learnt ? { kind: 'not_learnt', at, why: learnt.why } : { kind: 'learnt', at, ...learnt };
}

function learn(at: PointedAt, lesson: Adapter | null, element: Element, page: Document): ReturnType<typeof lessonAbout> {
  if (at === 'ticket' || lesson === null) return lessonAbout(element, page);
  const root = ticketIn(lesson, page);
  if (typeof root === 'string') return { why: 'not_found_again' };
  if (at === 'submit') return submitLearnt(lesson, element, root);
  return fieldLearnt(lesson, at === 'other_side' ? 'side' : at, at === 'other_side', element, root);
}
