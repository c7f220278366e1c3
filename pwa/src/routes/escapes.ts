/** An address may hold a broken escape, since anybody may write one; it is then taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
