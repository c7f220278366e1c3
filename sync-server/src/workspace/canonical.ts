import serialize from 'canonicalize';

/** RFC 8785 text: equal values give equal text, so that it can be hashed. */
export function canonical(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new Error('only JSON values have a canonical text');
  return text;
}
