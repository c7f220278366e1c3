import { Icon } from '../icons/icon.tsx';
import css from './personChip.module.css';

/** Who, and in what part: a name, no picture. */
export function PersonChip({ name, role }: { readonly name: string; readonly role?: string }) {
  return (
    <span class={css.person}>
      <Icon name="person" />
      <span class={css.name}>{name}</span>
      {role !== undefined && <span class={css.role}>{role}</span>}
    </span>
  );
}
