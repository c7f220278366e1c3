import { historyLines, overrideLines } from '@taffrail/domain/phases';
import { factsOf, type ExportFile, type ReadSql } from '../workspace/index.ts';
import { progressRef } from './states.ts';

/** Every change of phase, and what was blocked or took a password, as bots keep them. */
export function phaseExportFiles(sql: ReadSql): ExportFile[] {
  const facts = factsOf(sql, progressRef);
  return [asLines('phase-history.jsonl', historyLines(facts)), asLines('phase-overrides.jsonl', overrideLines(facts))];
}

const asLines = (name: string, lines: readonly string[]): ExportFile => ({ name, text: lines.map((line) => `${line}\n`).join('') });
