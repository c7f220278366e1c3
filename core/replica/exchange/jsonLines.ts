/** One JSON value a line. */
export function linesOf(values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

/** Throws where a line is no JSON. */
export function* valuesIn(lines: Uint8Array): Generator {
  for (const line of new TextDecoder('utf-8', { fatal: true }).decode(lines).split('\n')) if (line !== '') yield JSON.parse(line);
}
