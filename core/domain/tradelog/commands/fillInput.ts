import { z } from 'zod';
import { type Instant, type Refusal, idSchema, isRefusal, priceSchema, quantitySchema } from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { amountSchema, moneyIn } from '../amount.ts';
import type { NewFill } from '../fillRules.ts';

export const feesSchema = amountSchema.default('0').describe("In the account's currency; a rebate is negative");

/** A trade as it is written into a command; fees are in the account's currency, a rebate is negative. */
export const fillInputSchema = z.strictObject({
  fill_id: idSchema,
  leg_id: idSchema,
  price: priceSchema,
  quantity: quantitySchema,
  fees: feesSchema,
});

export type FillInput = z.infer<typeof fillInputSchema>;

export function newFillFrom(
  { fill_id, leg_id, price, quantity, fees }: FillInput,
  account: Account,
  occurredAt: Instant,
): NewFill | Refusal {
  const money = moneyIn(account.currency, fees, 'A fee');
  return isRefusal(money) ? money : { fill_id, leg_id, price, quantity, fees: money, kind: 'trade', occurred_at: occurredAt };
}
