import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId } from './derivedId.ts';
import { idSchema } from './id.ts';
import { sha256 } from './sha256.ts';

const word = fc.string({ unit: 'binary', maxLength: 100 });

describe('a derived id', () => {
  it('is an id of version 8', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const id = derivedId(...words);
        expect(idSchema.parse(id)).toMatch(/^.{14}8.{4}[89ab]/);
      }),
    );
  });

  it('is the beginning of the hash of its words, each after its length', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const hash = createHash('sha256');
        for (const each of words) {
          const bytes = Buffer.from(each, 'utf8');
          const length = Buffer.alloc(4);
          length.writeUInt32BE(bytes.length);
          hash.update(length).update(bytes);
        }
        const expected = hash.digest('hex').slice(0, 32).split('');
        const given = derivedId(...words)
          .replaceAll('-', '')
          .split('');
        // Six bits say what kind of id it is; the two digits that hold them are left out.
        const comparable = (digits: string[]) => digits.filter((_, place) => place !== 12 && place !== 16);
        expect(comparable(given)).toEqual(comparable(expected));
      }),
    );
  });

  it('is another one where a letter moves to the next word', () => {
    fc.assert(
      fc.property(word, fc.string({ minLength: 1 }), word, (a, moved, b) => {
        expect(derivedId(a + moved, b)).not.toBe(derivedId(a, moved + b));
      }),
    );
  });
});

describe('the hash', () => {
  it('is SHA-256, at every length around the ends of its blocks', () => {
    for (let length = 0; length <= 200; length++) {
      const message = Array.from({ length }, (_, place) => (place * 7) % 256);
      const hex = [...sha256(message)].map((each) => each.toString(16).padStart(8, '0')).join('');
      expect(hex).toBe(createHash('sha256').update(Uint8Array.from(message)).digest('hex'));
    }
  });
});
