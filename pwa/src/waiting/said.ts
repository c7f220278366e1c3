import { moneyText, type Json, type Money } from '@taffrail/domain/kernel';
import type { VersionLine } from '@taffrail/domain/playbooks';
import type { Fill, Leg } from '@taffrail/domain/tradelog';
import type { Formats } from '@taffrail/ui';
import { waiting as words } from '../words/index.ts';

/** A field of a state or a wish as a trader reads it. */
export function said(value: Json | undefined, formats: Formats): string {
  if (value === undefined || value === null || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formats.count(value);
  if (typeof value === 'string') return saidText(value, formats);
  if (isList(value)) return value.length === 0 ? words.nothing : value.map((each) => saidItem(each, formats)).join('; ');
  return saidItem(value, formats);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function saidText(text: string, formats: Formats): string {
  if (UUID.test(text)) return words.another;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return formats.quantity(text);
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text)) return formats.dateTime(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formats.day(text) : text;
}

/** Amounts, legs and fills have shapes of their own; whatever else comes in a list is told by its fields. */
function saidItem(item: Json, formats: Formats): string {
  if (typeof item !== 'object' || item === null || isList(item)) return said(item, formats);
  if ('minor' in item) return saidMoney(item as unknown as Money, formats);
  if ('version_id' in item) return saidVersion(item as unknown as VersionLine, formats);
  if ('instrument_type' in item) return saidLeg(item as unknown as Leg, formats);
  if ('price' in item && 'quantity' in item) return saidFill(item as unknown as Fill, formats);
  return Object.values(item)
    .map((part) => said(part, formats))
    .join(', ');
}

function saidMoney(amount: Money, formats: Formats): string {
  return formats.amount(moneyText(amount), amount.currency, { currency: true });
}

function saidVersion({ version, name }: VersionLine, formats: Formats): string {
  return words.versionCalled(formats.count(version), name);
}

function saidLeg({ quantity, symbol, expiry, strike, right, instrument_type }: Leg, formats: Formats): string {
  const terms = [
    formats.quantity(quantity),
    symbol,
    expiry && formats.day(expiry),
    strike && formats.price(strike),
    right ?? instrument_type,
  ];
  return terms.filter(Boolean).join(' ');
}

function saidFill({ quantity, price }: Fill, formats: Formats): string {
  return words.fillAt(formats.quantity(quantity), price === null ? words.nothing : formats.price(price));
}
