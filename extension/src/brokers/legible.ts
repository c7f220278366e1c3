// What turns the reading direction, stands for nothing or ends a line: a page can write with it what nobody sees.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** What a page wrote, so that it reads as what it says: spaces as one, and what cannot be seen by its number. */
export function legible(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.replaceAll(unseen, (sign) => `⟨${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
