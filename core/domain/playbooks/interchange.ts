import { type Refusal, invalidInput } from '../kernel/index.ts';
import { type Content, contentInputSchema, contentKeys } from './content.ts';
import { fieldKeys, validationKeys } from './field.ts';
import { grades, thresholdKeys } from './grade.ts';
import { refusals } from './refusals.ts';

const FORMAT = 'taffrail.playbook';
const FORMAT_VERSION = 1;

/** A playbook as a file of its own, to keep, to send to somebody, and to bring back. */
export interface PlaybookFile {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly playbook: Content;
}

export function playbookFile(playbook: Content): PlaybookFile {
  return { format: FORMAT, version: FORMAT_VERSION, playbook };
}

/**
 * Reads such a file, or a playbook that stands alone as other programs write it, with `schema` for its fields. What is not known
 * here is left out; what is known has to be right.
 */
export function playbookFromFile(file: unknown): Content | Refusal {
  const outer = recordIn(file);
  const format = outer.get('format');
  const version = outer.get('version');
  if (format !== undefined && format !== FORMAT) return refusals.not_a_playbook_file();
  if (format === FORMAT && version !== FORMAT_VERSION) return refusals.playbook_file_too_new();
  const playbook = format === FORMAT ? recordIn(outer.get('playbook')) : outer;
  const fields = playbook.get('fields') ?? playbook.get('schema');
  if (!Array.isArray(fields)) return refusals.not_a_playbook_file();
  const parsed = contentInputSchema.safeParse({
    ...only(contentKeys, playbook),
    grade_thresholds: knownIn(playbook.get('grade_thresholds'), thresholdKeys),
    risk_schedule: knownIn(playbook.get('risk_schedule'), grades),
    fields: fields.map(fieldIn),
  });
  return parsed.success ? parsed.data : invalidInput(parsed.error);
}

function fieldIn(given: unknown): object {
  const field = recordIn(given);
  const validation = knownIn(field.get('validation'), validationKeys);
  const isRich = field.get('type') === 'text' && field.get('rich_text') === true;
  return { ...only(fieldKeys, field), validation, ...(isRich && { type: 'rich_text' }) };
}

type Named = ReadonlyMap<string, unknown>;

/** What an object itself says, without what is null, which others write where they say nothing. */
function recordIn(value: unknown): Named {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).filter(([, part]) => part !== null));
}

/** What is no object, the rules refuse. */
const knownIn = (value: unknown, names: readonly string[]): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? only(names, recordIn(value)) : value;

const only = (names: readonly string[], given: Named): object =>
  Object.fromEntries(names.filter((name) => given.has(name)).map((name) => [name, given.get(name)]));
