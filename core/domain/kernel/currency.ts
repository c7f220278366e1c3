import { z } from 'zod';

/** ISO 4217, list one (SIX, currencies in circulation; funds, metals and test codes left out). */
const isoCodes = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK
  DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
  KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB
  PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD
  TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
`;

/** Codes that settle trades without being ISO currencies. ETH is kept to 8 digits, as exchanges account for it: 18 would not fit an exact integer. */
const cryptoDigits = { BTC: 8, ETH: 8, USDC: 6, USDT: 6 };

/** ISO 4217's "minor unit" column where it is not 2. */
const isoDigits = {
  ...digitsOf(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'),
  ...digitsOf(3, 'BHD IQD JOD KWD LYD OMR TND'),
};

function digitsOf(digits: number, codes: string): { readonly [currency: string]: number } {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]));
}

const USUAL_DIGITS = 2;
const minorDigitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...isoCodes
    .trim()
    .split(/\s+/)
    .map((code): [string, number] => [code, isoDigits[code] ?? USUAL_DIGITS]),
  ...Object.entries(cryptoDigits),
]);

const sentence = 'a currency is a code such as USD, EUR or JPY, or one of BTC, ETH, USDC and USDT';

export const currencySchema = z
  .string(sentence)
  .refine((code) => minorDigitsByCurrency.has(code), sentence)
  .meta({ examples: ['USD'] });

/** How many decimals the smallest amount of a currency has. */
export function minorDigits(currency: string): number {
  const digits = minorDigitsByCurrency.get(currency);
  if (digits === undefined) throw new RangeError(`"${currency}" is not a currency`);
  return digits;
}
