import { SegmentedControl } from '@taffrail/ui';
import { identity } from '../../words/index.ts';
import type { Role } from './member.ts';
import css from '../door/form.module.css';

const roles = (['owner', 'member', 'viewer'] as const).map((value) => ({ value, label: identity.roles[value] }));

export function RoleField({ value, onChange }: { readonly value: Role; readonly onChange: (role: Role) => void }) {
  return (
    <div>
      <SegmentedControl label={identity.role} value={value} choices={roles} onChange={onChange} />
      <p class={css.muted}>{identity.roleMeanings[value]}</p>
    </div>
  );
}
