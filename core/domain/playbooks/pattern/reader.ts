/** Reads a pattern from its first character to its last, up to the first flaw. */
export function openReader(source: string) {
  const letters = Array.from(source);
  let at = 0;
  let flaw: string | undefined;

  /** Whether this comes next; `by` characters later where that is said. */
  const comes = (text: string, by = 0): boolean => letters.slice(at + by, at + by + text.length).join('') === text;

  return {
    isDone: (): boolean => at >= letters.length,
    flaw: (): string | undefined => flaw,
    peek: (): string => letters[at] ?? '',
    next: (): string => letters[at++] ?? '',
    comes,

    takes(text: string): boolean {
      const found = comes(text);
      if (found) at += text.length;
      return found;
    },

    /** What an expression of ours finds at the very place, which is read by that. */
    takesMatch(expression: RegExp): RegExpExecArray | null {
      const match = expression.exec(letters.slice(at).join(''));
      at += match?.[0].length ?? 0;
      return match;
    },

    /** Nothing that is read after this counts, so reading ends here. */
    fail(sentence: string): void {
      flaw ??= sentence;
      at = letters.length;
    },
  };
}

export type Reader = ReturnType<typeof openReader>;
