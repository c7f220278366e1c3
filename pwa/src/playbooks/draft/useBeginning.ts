import type { Content } from '@taffrail/domain/playbooks';
import { useBook } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { beginWith, beginWithNothing } from './begin.ts';

/** Begins a playbook as a draft, with what another says or with nothing, and goes to where it is written. */
export function useBeginning(): (content: Content | undefined) => Promise<void> {
  const desk = useBook();
  return async (content) => {
    const id = desk.replica.ground.surroundings.ids.next();
    await (content === undefined ? beginWithNothing(desk, id) : beginWith(desk, id, content));
    go(link('playbookDraft', { id }));
  };
}
