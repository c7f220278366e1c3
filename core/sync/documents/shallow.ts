/** Whether a plain value nests no deeper than so many levels. Walks with a list of its own: what it judges could exhaust the stack. */
export function isShallow(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; level <= levels; level++) {
    layer = layer.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (layer.length === 0) return true;
  }
  return false;
}
