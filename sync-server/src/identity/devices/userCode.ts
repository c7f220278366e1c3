import { randomInt } from 'node:crypto';

/** Consonants only: no code spells a word, and no letter is taken for a digit. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;

/** What a person reads off one screen and types into another: `WDJB-MJHT`. */
export function drawUserCode(): string {
  return written(Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''));
}

/** A code as it is written, however somebody typed it; undefined where no code reads like that. */
export function readUserCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return isCode.test(letters) ? written(letters) : undefined;
}

const isCode = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

const written = (letters: string): string => `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
