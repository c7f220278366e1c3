import type { Refusal } from '@taffrail/domain/kernel';
import { MOST_PLAYBOOK_CHARACTERS, playbookFromFile, type Content } from '@taffrail/domain/playbooks';

/** What a file says about a playbook, or what keeps it from being one. */
export async function readPlaybookFile(file: File): Promise<Content | Refusal | undefined> {
  // Nobody waits for a film to be read as text.
  if (file.size > MOST_BYTES) return undefined;
  try {
    return playbookFromFile(JSON.parse(await file.text()));
  } catch {
    return undefined;
  }
}

/** A character takes up to four bytes, and others write theirs with room between. */
const MOST_BYTES = MOST_PLAYBOOK_CHARACTERS * 8;
