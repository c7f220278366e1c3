import { idSchema, kernelRefusals, type Id, type Versioned } from '@taffrail/domain/kernel';
import { accountSchema, changeAccountPayload, openAccountPayload, type Account } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, lastSeqOf, type Caller, type DoorAnswer, type Route, type Wish } from '../../http/index.ts';

const tag = 'Accounts';
const params = z.object({ id: idSchema });
const shown = accountSchema.extend({ version: z.int().min(1) });
const accountRef = (id: Id) => ({ aggregate_type: 'account', aggregate_id: id });

const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/accounts',
  summary: 'List accounts',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'Every account, closed ones last', schema: z.object({ accounts: z.array(shown) }) }],
  door({ workspace }) {
    const rows = workspace.read((sql) => sql.all<{ id: string }>('SELECT id FROM tradelog_account ORDER BY closed, name, id'));
    return { status: 200, body: { accounts: rows.map(({ id }) => accountView(workspace.state(accountRef(id)))) } };
  },
});

const openAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Open an account',
  description: 'Its currency is that of everything booked in it; its zone and session start say which trading day a fill belongs to.',
  tag,
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: openAccountPayload.extend({ id: idSchema.optional().describe('Chosen here when left out') }),
  answers: [{ status: 201, description: 'The account', schema: shown }],
  async door(asked) {
    const { id = idsOf(asked)(), ...payload } = asked.body;
    return changed(asked, { type: 'OpenAccount', aggregate_id: id, payload }, 201);
  },
});

const getAccount = defineRoute({
  method: 'GET',
  path: '/api/accounts/:id',
  summary: 'Look at an account',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The account', schema: shown }],
  door: ({ workspace, params: { id } }) => {
    const account = workspace.state(accountRef(id));
    if (!account) return kernelRefusals.not_found({ noun: 'account', id });
    return { status: 200, body: accountView(account), version: account.version };
  },
});

const changeAccount = defineRoute({
  method: 'PATCH',
  path: '/api/accounts/:id',
  summary: 'Change an account',
  tag,
  who: 'member',
  params,
  headers: { ifMatch: 'required', idempotencyKey: 'optional' },
  body: changeAccountPayload.meta({ examples: [{ account_max_risk_pct: '1.5' }] }),
  answers: [{ status: 200, description: 'The account as it is now', schema: shown }],
  door: (asked) => changed(asked, { type: 'ChangeAccount', aggregate_id: asked.params.id, payload: asked.body }, 200),
});

const closeAccount = turn('close', 'CloseAccount', 'Close an account to new positions');
const reopenAccount = turn('reopen', 'ReopenAccount', 'Open a closed account again');

export const accountRoutes: readonly Route[] = [listAccounts, openAccount, getAccount, changeAccount, closeAccount, reopenAccount];

function turn(verb: string, type: string, summary: string): Route {
  return defineRoute({
    method: 'POST',
    path: `/api/accounts/:id/${verb}`,
    summary,
    tag,
    who: 'member',
    params,
    headers: { ifMatch: 'required', idempotencyKey: 'optional' },
    answers: [{ status: 200, description: 'The account as it is now', schema: shown }],
    door: (asked) => changed(asked, { type, aggregate_id: asked.params.id, payload: {} }, 200),
  });
}

async function changed(asked: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(asked, wish);
  if (answer.outcome === 'refused') return answer;
  const account = asked.workspace.stateAsOf(accountRef(wish.aggregate_id), lastSeqOf(answer));
  return { status, body: accountView(account), version: answer.version, headers: { location: `/api/accounts/${wish.aggregate_id}` } };
}

function accountView(account: Versioned | undefined): z.infer<typeof shown> {
  const { version, state } = account as Versioned<Account>;
  return { ...state, version };
}
