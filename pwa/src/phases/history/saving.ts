import { historyLines, overrideLines, phaseProgressId } from '@taffrail/domain/phases';
import type { Replica } from '@taffrail/replica';
import { saveFile } from '../../app/index.ts';

const files = {
  history: { name: 'phase-history.jsonl', linesOf: historyLines },
  overrides: { name: 'phase-overrides.jsonl', linesOf: overrideLines },
} as const;

/** All there ever was, not only the newest, as a file for whoever reads such things elsewhere. */
export async function saveRecord(replica: Replica, which: keyof typeof files): Promise<void> {
  const { name, linesOf } = files[which];
  const lines = linesOf(await replica.factsOf('phase_progress', phaseProgressId));
  saveFile(name, new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/jsonl' }));
}
