import { Select } from '@taffrail/ui';
import { ticket as words } from '../../words/index.ts';
import { choosePlaybook, NO_PLAYBOOK } from './draft.ts';
import type { Plan } from './usePlan.ts';

/** Which checklist: the fitting one stands first, any other can be answered, and none is a choice as well. */
export function PlaybookChoice({ plan: { offered, fits, chosen } }: { readonly plan: Plan }) {
  if (offered.length === 0) return null;
  const others = offered.filter((each) => !fits.includes(each));
  return (
    <Select
      label={words.playbook}
      value={chosen?.playbook.id ?? NO_PLAYBOOK}
      choices={[
        ...fits.map(({ playbook }) => ({ value: playbook.id, label: words.fits(playbook.name) })),
        ...others.map(({ playbook }) => ({ value: playbook.id, label: playbook.name })),
        { value: NO_PLAYBOOK, label: words.noPlaybook },
      ]}
      onChange={choosePlaybook}
    />
  );
}
