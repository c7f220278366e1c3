import { z } from 'zod';

export const roleSchema = z.enum(['owner', 'member', 'viewer']).describe('An owner decides who else, a member writes, a viewer reads');

const NAME_CHARS = 60;
const LEAST_PASSWORD_CHARS = 12;
/** Long enough for any passphrase, short enough to cost nothing to look at. */
const MOST_PASSWORD_CHARS = 200;

export const userNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, 'a name has at least one character')
  .max(NAME_CHARS, `a name has at most ${NAME_CHARS} characters`)
  // A name that reads like another one, or rewrites the line it stands in, misleads whoever decides by it.
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'a name takes letters, digits, signs and spaces only')
  .meta({ examples: ['Trader'] });

/** A password to be: long rather than strange. */
export const newPasswordSchema = z
  .string()
  .min(LEAST_PASSWORD_CHARS, `a password has at least ${LEAST_PASSWORD_CHARS} characters`)
  .max(MOST_PASSWORD_CHARS, `a password has at most ${MOST_PASSWORD_CHARS} characters`)
  .meta({ examples: ['four words in a row'] });

/** A password to be checked: whatever was typed. */
export const passwordSchema = z.string().max(MOST_PASSWORD_CHARS, `a password has at most ${MOST_PASSWORD_CHARS} characters`);

export const secretSchema = z.string().max(100).describe('As it stands in the link');
