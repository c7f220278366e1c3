import type { Playbook, VersionLine } from '@taffrail/domain/playbooks';

/** The version in use: a playbook begins with its first. */
export function latestOf({ id, versions }: Playbook): VersionLine {
  const latest = versions.at(-1);
  if (!latest) throw new Error(`playbook ${id} has no version`);
  return latest;
}
