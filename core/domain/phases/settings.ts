import { z } from 'zod';
import {
  type DecimalText,
  compare,
  currencySchema,
  decimal,
  decimalSchema,
  isZero,
  sessionStartSchema,
  zoneSchema,
} from '../kernel/index.ts';
import { NO_TRADE_LIMIT, RATIO_PLACES } from './limits.ts';

const count = z.int('must be a whole number').min(0, 'must be at least 0').max(10_000, 'must be at most 10000');
const fractionSchema = decimalSchema({ places: RATIO_PLACES, whole: 3, min: '0', max: '1' });
const percentOverZero = decimalSchema({ places: RATIO_PLACES, whole: 3, positive: true, max: '100' });
const sizeSchema = decimalSchema({ places: 2, whole: 12, min: '0' });

/** What has to be shown in a phase before the next. */
export const criteriaSchema = z.strictObject({
  min_sessions: count.describe('Trading days with a closed trade'),
  min_profitable_sessions: count.describe('Those of them that made money'),
  min_trades: count,
  min_win_rate: fractionSchema.describe('Of all closed trades, as a fraction of 1').meta({ examples: ['0.6'] }),
  min_avg_rr: decimalSchema({ places: RATIO_PLACES, whole: 3, min: '1' }).describe('Mean R of winners, divided by that of losers'),
  max_drawdown_pct: percentOverZero.nullable().describe('From a peak of the capital to the lowest after it; null asks for nothing'),
});

export type AdvancementCriteria = z.infer<typeof criteriaSchema>;

/** What leads back to the phase before. */
export const triggersSchema = z.strictObject({
  consecutive_losses: z.int('must be a whole number').min(1, 'must be at least 1').max(100, 'must be at most 100'),
  rolling_win_rate_min: fractionSchema.describe('Of the latest 20 trades; below it is too low').meta({ examples: ['0.55'] }),
  max_daily_loss_pct: percentOverZero.describe('Of the capital; above it is too much').meta({ examples: ['5'] }),
});

export type DowngradeTriggers = z.infer<typeof triggersSchema>;

export const phaseSettingsSchema = z
  .strictObject({
    max_trades_per_day: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(NO_TRADE_LIMIT, `must be at most ${NO_TRADE_LIMIT}`)
      .describe(`${NO_TRADE_LIMIT} stands for no limit`),
    position_size_min: sizeSchema,
    position_size_max: sizeSchema,
    advancement_criteria: criteriaSchema.nullable(),
    downgrade_triggers: triggersSchema.nullable(),
  })
  .refine(({ position_size_min, position_size_max }) => compare(decimal(position_size_min), decimal(position_size_max)) <= 0, {
    path: ['position_size_min'],
    error: 'the smallest position size must not exceed the largest',
  });

export type PhaseSettings = z.infer<typeof phaseSettingsSchema>;

const realMoney = phaseSettingsSchema.refine(({ position_size_min }) => !isZero(decimal(position_size_min)), {
  path: ['position_size_min'],
  error: 'a phase with real money needs a position size greater than 0',
});

/** How phases are judged in this book, and what each allows. */
export const settingsSchema = z.strictObject({
  currency: currencySchema.describe('Of position sizes, and of the results that are added up'),
  zone: zoneSchema.describe('Says, with the session start, when the trades of a day are counted anew'),
  session_start: sessionStartSchema,
  experience: phaseSettingsSchema.refine(({ downgrade_triggers }) => downgrade_triggers === null, {
    path: ['downgrade_triggers'],
    error: 'there is no phase before Experience; leave them out with null',
  }),
  proof: realMoney,
  trial: realMoney,
  scaling: realMoney.refine(({ advancement_criteria }) => advancement_criteria === null, {
    path: ['advancement_criteria'],
    error: 'there is no phase after Scaling; leave them out with null',
  }),
});

export type Settings = z.infer<typeof settingsSchema>;

const usualTriggers: DowngradeTriggers = { consecutive_losses: 3, rolling_win_rate_min: '0.55', max_daily_loss_pct: '5' };

function criteria(sessions: number, trades: number, winRate: DecimalText, avgRr: DecimalText): AdvancementCriteria {
  return {
    min_sessions: sessions,
    min_profitable_sessions: 0,
    min_trades: trades,
    min_win_rate: winRate,
    min_avg_rr: avgRr,
    max_drawdown_pct: null,
  };
}

export const usualSettings: Settings = {
  currency: 'USD',
  zone: 'America/New_York',
  session_start: '07:00',
  experience: {
    max_trades_per_day: NO_TRADE_LIMIT,
    position_size_min: '0',
    position_size_max: '0',
    advancement_criteria: { ...criteria(20, 20, '0.6', '1.5'), min_profitable_sessions: 20 },
    downgrade_triggers: null,
  },
  proof: {
    max_trades_per_day: 1,
    position_size_min: '100',
    position_size_max: '100',
    advancement_criteria: criteria(30, 50, '0.65', '1.8'),
    downgrade_triggers: usualTriggers,
  },
  trial: {
    max_trades_per_day: NO_TRADE_LIMIT,
    position_size_min: '200',
    position_size_max: '200',
    advancement_criteria: criteria(60, 100, '0.7', '2'),
    downgrade_triggers: usualTriggers,
  },
  scaling: {
    max_trades_per_day: NO_TRADE_LIMIT,
    position_size_min: '200',
    position_size_max: '2000',
    advancement_criteria: null,
    downgrade_triggers: usualTriggers,
  },
};
