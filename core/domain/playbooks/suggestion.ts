import type { Content } from './content.ts';
import { folded } from './folded.ts';

type Bound = Pick<Content, 'name' | 'strategy_bindings'>;

/** What a position is, as far as a playbook can be meant for it. */
interface Meant {
  /** As its legs say. */
  readonly strategy: string;
  readonly tags: readonly string[];
}

/**
 * The playbooks that are meant for a position, the most fitting first: a tag is the trader's own word and says more than the legs,
 * and a playbook bound to little else says more than one bound to many things.
 */
export function suggested<T extends Bound>(playbooks: readonly T[], { strategy, tags }: Meant): readonly T[] {
  const [legs, words] = [folded(strategy), new Set(tags.map(folded))];
  return playbooks
    .map((playbook) => {
      const bindings = playbook.strategy_bindings.map(folded);
      return {
        playbook,
        byTags: bindings.filter((each) => words.has(each)).length,
        byLegs: bindings.includes(legs),
        size: bindings.length,
      };
    })
    .filter(({ byTags, byLegs }) => byTags > 0 || byLegs)
    .toSorted((a, b) => b.byTags - a.byTags || a.size - b.size || (a.playbook.name < b.playbook.name ? -1 : 1))
    .map(({ playbook }) => playbook);
}
