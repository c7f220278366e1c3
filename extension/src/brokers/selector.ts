import { LONGEST_SELECTOR } from './limits.ts';

const PSEUDO =
  /:(?!(?:scope|checked|enabled|disabled|empty|first-child|last-child|only-child|first-of-type|last-of-type|only-of-type)(?![\w-])|nth-(?:last-)?(?:child|of-type)\(\s*\d+\s*\)|not\([^():]*\))/;
const SECRET = /passw|passcode|autocomplete|cc-|card.?num|cvv|cvc|csrf|(?:access|auth|session).?token|secret|one.?time|otp\b/i;
const MOST_STEPS = 12;
const STRINGS = /"[^"\\]*"|'[^'\\]*'/g;

/** What keeps somebody from looking by this selector; undefined where nothing does. */
export function flawOfSelector(selector: string): string | undefined {
  if (selector.length > LONGEST_SELECTOR) return `has ${selector.length} characters; the most is ${LONGEST_SELECTOR}`;
  if (SECRET.test(selector)) return 'looks for what is secret, such as a password or a card; only the fields of a ticket are read';
  if (/\\[0-9a-f\s]/i.test(selector)) return 'hides a name behind escapes; write it out';
  const outside = selector.replaceAll(STRINGS, '""');
  if (PSEUDO.test(outside)) return 'uses a pseudo-class that is not needed for a ticket; name elements, attributes and places';
  if (outside.split(/[\s>+~,]+/).length > MOST_STEPS) return `has more than ${MOST_STEPS} steps; name something nearer`;
  return undefined;
}

const ATTRIBUTE = /^attribute:(?:data-[a-z0-9-]+|aria-[a-z]+|id|name|title|class)$/;

export function flawOfSource(from: string): string | undefined {
  if (['text', 'value', 'aria', 'checked'].includes(from)) return undefined;
  if (!ATTRIBUTE.test(from))
    return `reads ${from}; it may read text, value, aria, checked, or attribute: with data-…, aria-…, id, name, title or class`;
  return SECRET.test(from) ? 'reads an attribute that is named like a secret; only the fields of a ticket are read' : undefined;
}
