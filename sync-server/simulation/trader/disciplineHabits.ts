import { groundOf, positionSeen, tradeSeen, type Book } from '@taffrail/domain/conduct';
import { TRADING_RULES_ID, usualRules, type RulesOverTime } from '@taffrail/domain/discipline';
import {
  evidenceOf,
  phaseOrder,
  phaseProgressId,
  phaseSettingsId,
  usualSettings,
  type PhaseProgress,
  type Settings,
} from '@taffrail/domain/phases';
import { someOf, type Desk, type Habit } from './desk.ts';

export const disciplineHabits: readonly Habit[] = [
  { weight: 2, think: setRules },
  { weight: 1.5, think: override },
  { weight: 1, think: begin },
  { weight: 1, think: changeSettings },
  { weight: 2, think: advance },
  { weight: 0.5, think: judge },
];

function setRules({ random, rules, day }: Desk) {
  const changed = random.pick([
    { max_losses_row_day: random.between(1, 3) },
    { max_trades_per_day: random.between(1, 4) },
    { cool_off: { after_losses: 1, minutes: random.between(5, 90) } },
  ]);
  const payload = { rules: { ...usualRules, ...changed }, from: day(0) };
  return { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload, ...versionOf(rules) };
}

const versionOf = (shown: { readonly version: number } | undefined) => (shown ? { expected_version: shown.version } : {});

function override({ random, accounts, positions, newId }: Desk) {
  const account = someOf(random, accounts, () => true);
  const position = random.chance(0.5) ? someOf(random, positions, () => true) : undefined;
  const stops = {
    rule: 'day_trades_exceeded',
    effect: 'stops',
    sentence: 'Trade limit reached.',
    figure: '2',
    limit: '1',
    clears_at: null,
  };
  const payload = account && { account_id: account.id, position_id: position?.id ?? null, reasons: [stops], reason: 'All the same' };
  return payload && { type: 'DeclareOverride', aggregate_id: newId(), payload };
}

function begin({ random, progress }: Desk) {
  if (progress !== undefined && random.chance(0.8)) return undefined;
  return { type: 'BeginPhases', aggregate_id: phaseProgressId, payload: { phase: random.pick(phaseOrder), operator_id: null } };
}

/** A loss leads back, so that phases change in a run that lasts half a minute. The same settings once more are taken, and come to nothing. */
function changeSettings({ random, settings }: Desk) {
  const downgrade_triggers = { consecutive_losses: 1, rolling_win_rate_min: '0.55', max_daily_loss_pct: '5' };
  const strict = (phase: 'proof' | 'trial' | 'scaling') => ({ ...usualSettings[phase], downgrade_triggers });
  const proof = { ...strict('proof'), max_trades_per_day: random.between(1, 2) };
  const payload = { ...usualSettings, proof, trial: strict('trial'), scaling: strict('scaling') };
  return { type: 'ChangePhaseSettings', aggregate_id: phaseSettingsId, payload, ...versionOf(settings) };
}

/** On what the device knows, which may not be all that the server does. */
function advance(desk: Desk) {
  const { progress, settings, trades, capital, clockOf } = groundOf(bookOf(desk));
  const evidence = evidenceOf(trades, progress, { currency: settings.currency, capital }, clockOf);
  return { type: 'AdvancePhase', aggregate_id: phaseProgressId, payload: { evidence, operator_id: null } };
}

function bookOf({ accounts, positions, rules, progress, settings }: Desk): Book {
  const byId = new Map(accounts.map(({ id, state }) => [id, state]));
  return {
    accounts: accounts.map(({ state }) => state),
    trades: positions.flatMap(({ state }) => {
      const account = byId.get(state.account_id);
      return (account && tradeSeen(positionSeen(state), [], account)) ?? [];
    }),
    rules: rules?.state satisfies RulesOverTime | undefined,
    progress: progress?.state satisfies PhaseProgress | undefined,
    settings: settings?.state satisfies Settings | undefined,
  };
}

/** What only the server says. */
function judge({ newId, day }: Desk) {
  return { type: 'JudgePeriod', aggregate_id: newId(), payload: { scope: 'day', key: day(0), findings: [], because: 'trade_changed' } };
}
