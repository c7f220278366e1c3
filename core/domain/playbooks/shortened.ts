const LONGEST_QUOTE = 60;

/** What somebody sent, as it can be said back to them: it may have any length. */
export function shortened(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…` : text;
}
