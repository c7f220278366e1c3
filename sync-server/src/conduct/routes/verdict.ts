import { verdictNow } from '@taffrail/domain/conduct';
import { decimalSchema, idSchema, kernelRefusals, percentSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { findAccount } from '../account.ts';
import { bookForVerdict } from '../book.ts';
import { verdictShape, verdictView } from '../shapes.ts';

const getVerdict = defineRoute({
  method: 'GET',
  path: '/api/verdict',
  summary: 'Ask what may be done now',
  description:
    'From the trading rules, the phase, the caps and what was traded so far: whether another trade may be begun in this account, how much ' +
    'it may risk, how large it may be, how many are left, and every reason, with the moment it clears. What is not said is not judged.',
  tag: 'Discipline',
  who: 'viewer',
  query: z.object({
    account_id: idSchema,
    symbol: z.string().max(64).optional(),
    instrument_type: z.enum(['option', 'stock', 'future']).optional(),
    risk_pct: percentSchema.optional().describe('What is meant to be risked, in percent of the account'),
    size: decimalSchema({ places: 8, whole: 15, min: '0' })
      .optional()
      .describe('What is meant to be put in, in the currency of the account'),
    grade_cap_pct: percentSchema.optional().describe('What the grade of a checklist allows'),
  }),
  answers: [{ status: 200, description: 'The verdict', schema: verdictShape }],
  door({ workspace, query }) {
    const { account_id, symbol = null, instrument_type, risk_pct = null, size = null, grade_cap_pct = null } = query;
    const account = findAccount(workspace, account_id);
    if (!account) return kernelRefusals.not_found({ noun: 'account', id: account_id });
    const now = workspace.now();
    const intended = { symbol, instrument_types: instrument_type === undefined ? [] : [instrument_type], risk_pct, size };
    const verdict = verdictNow(bookForVerdict(workspace, account, now), { now, account, intended, grade_cap_pct, halts: [] });
    return { status: 200, body: verdictView(verdict) };
  },
});

export const verdictRoutes: readonly Route[] = [getVerdict];
