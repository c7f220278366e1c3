import { Select } from '@taffrail/ui';
import type { PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { choosePlaybook, NO_PLAYBOOK } from './draft.ts';

/** Which checklist: the fitting one stands first, any other can be answered, and none is a choice as well. */
export function PlaybookChoice({ plan: { offered, checklist } }: { readonly plan: PlanNow }) {
  if (offered.length === 0) return null;
  return (
    <Select
      label={words.playbook}
      value={checklist?.playbook_id ?? NO_PLAYBOOK}
      choices={[
        ...offered.map(({ id, name, fits }) => ({ value: id, label: fits ? words.fits(name) : name })),
        { value: NO_PLAYBOOK, label: words.noPlaybook },
      ]}
      onChange={choosePlaybook}
    />
  );
}
