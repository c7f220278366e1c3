import { stdSerializers } from 'pino';

const SECRET_NAME = /authorization|cookie|password|passphrase|token|secret|credential|key$/i;
const HIDDEN = '[hidden]';
/** Deeper than anything that is logged on purpose; it also ends a circle. */
const MAX_DEPTH = 8;

/** A copy fit for a log: whatever is named like a secret is hidden, however deep it lies, in errors too. */
export function redact(value: object): { [name: string]: unknown } {
  return redactFields(value, 0);
}

function redactFields(fields: object, depth: number): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, SECRET_NAME.test(name) ? HIDDEN : redactValue(field, depth + 1)]),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return '[deeper]';
  if (value instanceof Error) return redactFields(stdSerializers.err(value), depth);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return redactFields(value, depth);
}
