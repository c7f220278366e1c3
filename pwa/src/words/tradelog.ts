import type { Refusal } from '@taffrail/domain/kernel';
import type { Note, Strategy } from '@taffrail/domain/tradelog';

export const strategyNames: { readonly [Name in Strategy]: string } = {
  single: 'Single option',
  vertical: 'Vertical',
  butterfly: 'Butterfly',
  stock: 'Stock',
  future: 'Future',
  custom: 'Custom',
};

/** Why a figure is missing. */
export const noteWords: { readonly [Why in Note]: string } = {
  unlimited: 'Unlimited',
  'no fills yet': 'No fills yet',
  'not every leg has been filled': 'Not every leg is filled',
  'a leg was traded against its plan': 'A leg was traded against its plan',
  'a transfer came without its cost': 'A transfer came without its cost',
  'legs expire on different days': 'Legs expire on different days',
  'legs follow different prices': 'Legs follow different prices',
  'nothing here expires': 'Nothing here expires',
  'initial risk is not known': 'Initial risk is not known',
};

/** What every form says. */
export const form = {
  cancel: 'Cancel',
  now: 'now',
  otherTime: 'At another time',
  day: 'day',
  time: 'Time',
  thereItIs: (time: string, zone: string) => `${time} in ${zone.replaceAll('_', ' ')}.`,
  tradingDay: (day: string) => `Trading day ${day}.`,
  farOff: (price: string) => `Far from the last price, ${price}. Correct it, or record it once more if it is right.`,
};

type Details = Refusal['details'];

const textOf = (detail: unknown): string => (typeof detail === 'string' ? detail : '');

const termNames: { readonly [term: string]: string } = { expiry: 'expiry', strike: 'strike', right: 'side, call or put' };

/** Refusals that read better beside a field than as they go over the wire. */
export const refused: { readonly [code: string]: (details: Details) => string } = {
  invalid_input: ({ problem }) => capitalised(`${textOf(problem)}.`),
  option_terms_missing: ({ missing }) =>
    `An option needs its ${(missing as readonly string[]).map((term) => termNames[term] ?? term).join(' and ')}.`,
  future_expiry_missing: () => 'A future needs its expiry.',
  multiplier_unknown: ({ symbol }) => `What one point of ${textOf(symbol)} is worth is not known here. Say its multiplier.`,
  version_conflict: () => 'It has changed meanwhile, here or on another device. Close this, look at it, and do it again.',
  fill_in_the_future: () => 'This time lies in the future. A fill is recorded once it has happened.',
  legs_still_open: ({ legs }) => `Every open leg needs a price. These have none: ${(legs as readonly string[]).join(', ')}.`,
};

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
