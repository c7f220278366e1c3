import { Select } from '@taffrail/ui';
import type { Me } from '../app/index.ts';
import { identity } from '../words/index.ts';

interface WorkspaceChoiceProps {
  readonly workspaces: Me['workspaces'];
  readonly value: string;
  readonly onChange: (workspaceId: string) => void;
}

/** Which book it is about; whoever has one is not asked. */
export function WorkspaceChoice({ workspaces, value, onChange }: WorkspaceChoiceProps) {
  if (workspaces.length < 2) return null;
  return (
    <Select label={identity.book} value={value} choices={workspaces.map(({ id }) => ({ value: id, label: id }))} onChange={onChange} />
  );
}
