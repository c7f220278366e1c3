import { hash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** What opens something: nobody guesses 256 bits, so keeping its plain hash is enough. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a secret: enough to know it again, of no use to whoever reads the database. */
export const hashOfSecret = (secret: string): string => hash('sha256', secret, 'base64url');
