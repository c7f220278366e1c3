import { isRefusal } from '@taffrail/domain/kernel';
import { describe, expect, test } from 'vitest';
import { adapterFile, adapterFromFile } from './adapterFile.ts';
import { adapterFor } from './shelf.ts';
import { known } from './known.ts';

const [sample] = known;

/** A file of an adapter that somebody has changed something in. */
const shared = (changes: object): string => JSON.stringify({ ...sample, ...changes });

const withSelector = (selector: string): string => shared({ fields: { quantity: { read: [{ selector, from: 'value' }] } } });

function sentenceOn(file: string): string {
  const taken = adapterFromFile(file);
  return isRefusal(taken) ? taken.sentence : 'taken';
}

describe('an adapter as a file', () => {
  test.each(known)('$name comes back as it went', (adapter) => {
    expect(adapterFromFile(adapterFile(adapter))).toEqual(adapter);
  });

  test('is an experiment, whatever it says of itself', () => {
    expect(adapterFromFile(shared({ status: 'verified', last_verified: '2026-01-05' }))).toMatchObject({
      status: 'experimental',
      last_verified: null,
    });
  });

  test('that says what nobody knows is not taken', () => {
    expect(sentenceOn(shared({ script: 'alert(1)' }))).toContain('not taken');
    expect(sentenceOn(shared({ fields: { quantity: { read: [{ selector: '#q', from: 'value', eval: 'x' }] } } }))).toContain('not taken');
    expect(sentenceOn(shared({ fields: { pin: { read: [{ selector: '#q', from: 'value' }] } } }))).toContain('not taken');
    expect(sentenceOn(shared({ fields: { side: { read: [{ selector: '#q', from: 'text', map: 'missing' }] } } }))).toContain(
      'names a value map',
    );
  });

  test.each([
    ['', 'begins with its format'],
    ['{', 'begins with its format'],
    ['null', 'begins with its format'],
    ['{"format":"taffrail.playbook","version":1}', 'begins with its format'],
    [shared({ version: 2 }), 'update this one first'],
    ['x'.repeat(30_000), 'this has 30000'],
  ])('%.40s is refused: %s', (file, part) => {
    expect(sentenceOn(file)).toContain(part);
  });

  test.each(['<all_urls>', 'https://*/*', 'https://*.com/*', 'http://bank.example.com/*'])('for %s is refused', (pattern) => {
    expect(sentenceOn(shared({ matches: [pattern] }))).toContain('matches.0');
  });

  test.each([
    'input[type=password]',
    'input[type="pass\\77ord"]',
    '[autocomplete^="cc-"]',
    'input[autocomplete=one-time-code]',
    '#cardNumber',
    'input[name*=cvc]',
    '[name=csrf-value]',
    'body:has(input)',
    ':is(input)',
    'input:not(:not(input))',
    'a b c d e f g h i j k l m n o p',
    `#${'q'.repeat(300)}`,
  ])('that looks by %.60s is refused', (selector) => {
    expect(sentenceOn(withSelector(selector))).toContain('fields.quantity.read.0.selector');
  });

  test.each(['attribute:href', 'attribute:onclick', 'attribute:data-csrf', 'innerHTML', 'attribute:value'])(
    'that reads %s is refused',
    (from) => {
      expect(sentenceOn(shared({ fields: { quantity: { read: [{ selector: '#q', from }] } } }))).toContain('fields.quantity.read.0.from');
    },
  );

  test('with a pattern that no engine is done with in time is refused', () => {
    const sentences = ['(a{1000}){1000}', '(?=a)*', '(a|'.repeat(80)].map((pattern) =>
      sentenceOn(shared({ fields: { quantity: { read: [{ selector: '#q', from: 'value', pattern }] } } })),
    );
    for (const sentence of sentences) expect(sentence).toContain('fields.quantity.read.0.pattern');
  });

  test('with more selectors than a ticket needs is refused', () => {
    const read = Array.from({ length: 8 }, (_, place) => ({ selector: `#q${place}`, from: 'value' }));
    const fields = Object.fromEntries(['symbol', 'side', 'quantity', 'price', 'stop', 'target', 'account'].map((name) => [name, { read }]));
    expect(sentenceOn(shared({ fields }))).toContain('at most 50 selectors');
    expect(sentenceOn(shared({ fields: { quantity: { read: [...read, ...read] } } }))).toContain('fields.quantity.read');
  });

  test('keeps a name that reads as it is written', () => {
    expect(sentenceOn(shared({ name: 'kcabyaP\u202E' }))).toContain('name');
  });
});

describe('the adapter for a page', () => {
  test('is the one the trader taught, before the one that came with the program', () => {
    const own = { ...sample!, id: 'own' };
    expect(adapterFor('https://www.tradingview.com/chart/x/', [own], known)?.id).toBe('own');
    expect(adapterFor('https://www.tradingview.com/chart/x/', [], known)?.id).toBe('tradingview');
    expect(adapterFor('https://example.com/', [own], known)).toBeUndefined();
  });
});
