/** `<log id>:<seq>`: what an event's `id` line says and `Last-Event-ID` brings back. */
export interface Cursor {
  readonly log_id: string;
  readonly seq: number;
}

export const cursorText = (cursor: Cursor): string => `${cursor.log_id}:${cursor.seq}`;

export function readCursor(text: string): Cursor | undefined {
  const [, log_id, digits] = /^([A-Za-z0-9-]{1,64}):(0|[1-9]\d{0,15})$/.exec(text) ?? [];
  if (log_id === undefined || !Number.isSafeInteger(Number(digits))) return undefined;
  return { log_id, seq: Number(digits) };
}
