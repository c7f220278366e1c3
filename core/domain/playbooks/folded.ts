/** A name as it is told apart from others: letters that look alike, capitals and spaces make no difference. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
