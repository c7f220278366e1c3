import { z } from 'zod';
import { currencySchema, daySchema, decimalSchema, idSchema, lineSchema, zoneSchema } from '../kernel/index.ts';
import { LONGEST_SYMBOL, MOST_ACCOUNTS, MOST_SYMBOLS, MOST_WINDOWS } from './limits.ts';
import { instrumentTypes } from './trade.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const percentOfAccount = decimalSchema({ places: 4, whole: 3, positive: true, max: '100' }).meta({ examples: ['2'] });

const sumSchema = z.strictObject({
  currency: currencySchema,
  amount: decimalSchema({ places: 8, whole: 15, positive: true }).meta({ examples: ['500'] }),
});

/** How much may be lost: so much money of a currency, or so much of an account whose size is known. */
const lossLimitSchema = z.discriminatedUnion('kind', [
  sumSchema.extend({ kind: z.literal('money') }),
  z.strictObject({ kind: z.literal('percent'), pct: percentOfAccount }),
]);

export type LossLimit = z.infer<typeof lossLimitSchema>;

const timeSentence = 'a time is written HH:MM, from 00:00 to 23:59';
const timeSchema = z.string(timeSentence).regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, timeSentence);

/** One that ends before it begins ends on the next day, and belongs to the weekday on which it began. */
const windowSchema = z
  .strictObject({
    weekdays: z
      .array(z.enum(weekdays))
      .min(1, 'hours are for at least one weekday')
      .refine((days) => new Set(days).size === days.length, 'the same weekday is there twice')
      .meta({ examples: [['mon', 'tue', 'wed', 'thu', 'fri']] }),
    from: timeSchema.meta({ examples: ['09:30'] }),
    to: timeSchema.meta({ examples: ['16:00'] }),
    zone: zoneSchema,
  })
  .refine(({ from, to }) => from !== to, 'hours that begin and end at the same time say nothing; give two times');

export type HoursWindow = z.infer<typeof windowSchema>;

const instrumentsSchema = z
  .strictObject({
    mode: z.enum(['allow', 'deny']).describe('Whether nothing else is traded, or anything else'),
    types: z.array(z.enum(instrumentTypes)).default([]),
    symbols: z.array(lineSchema(LONGEST_SYMBOL)).max(MOST_SYMBOLS, `at most ${MOST_SYMBOLS} symbols`).default([]),
  })
  .refine(({ types, symbols }) => types.length + symbols.length > 0, 'name at least one type or symbol, or leave the rule out');

export type AllowedInstruments = z.infer<typeof instrumentsSchema>;

/** What a prop firm holds an account to, as data; each of them is off when it is null. */
const propFirmSchema = z.strictObject({
  since: daySchema.describe('The day the account was handed over; what came before does not count'),
  trailing_drawdown: lossLimitSchema.nullable().default(null).describe('From the highest the account has stood at'),
  daily_loss: lossLimitSchema.nullable().default(null),
  consistency_pct: percentOfAccount.nullable().default(null).describe('The most of the whole profit that the best day may have made'),
});

export type PropFirm = z.infer<typeof propFirmSchema>;

const accountTermsSchema = z
  .strictObject({
    account_id: idSchema,
    size: sumSchema.describe('What percentages are of, and what a prop firm handed over'),
    prop_firm: propFirmSchema.nullable().default(null),
  })
  .refine(({ size, prop_firm }) => {
    const limits = [prop_firm?.trailing_drawdown, prop_firm?.daily_loss];
    return limits.every((limit) => limit?.kind !== 'money' || limit.currency === size.currency);
  }, 'a limit in money is in the currency of the account');

export type AccountTerms = z.infer<typeof accountTermsSchema>;

const coolOffSchema = z.strictObject({
  after_losses: z.int().min(1).max(100).describe('Losses in a row on one day'),
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
});

/** What a trader has set out to keep to. A limit may be reached; it is broken by what goes beyond it. */
export const tradingRulesSchema = z.strictObject({
  max_losses_row_day: z.int().min(1).max(100).default(3).describe('Losing trades in a row on one day'),
  max_losing_days_streak_week: z.int().min(1).max(7).default(2).describe('Losing days in a row in one ISO week'),
  max_losing_weeks_streak_month: z.int().min(1).max(6).default(2).describe('Losing weeks in a row in one month'),
  alerts_enabled: z.boolean().default(true).describe('Whether to be told when a rule is broken'),
  max_loss_per_day: lossLimitSchema.nullable().default(null),
  max_trades_per_day: z.int().min(1).max(999).nullable().default(null).describe('Trades opened on one day, in all accounts together'),
  cool_off: coolOffSchema.nullable().default(null),
  allowed_hours: z
    .array(windowSchema)
    .min(1, 'name at least one window, or leave the rule out')
    .max(MOST_WINDOWS, `at most ${MOST_WINDOWS} windows`)
    .nullable()
    .default(null)
    .describe('When trades may be opened'),
  allowed_instruments: instrumentsSchema.nullable().default(null),
  accounts: z
    .array(accountTermsSchema)
    .max(MOST_ACCOUNTS, `at most ${MOST_ACCOUNTS} accounts`)
    .refine((all) => new Set(all.map(({ account_id }) => account_id)).size === all.length, 'the same account is there twice')
    .default([]),
});

export type TradingRules = z.infer<typeof tradingRulesSchema>;

/** What counts until a trader says otherwise. */
export const usualRules: TradingRules = tradingRulesSchema.parse({});
