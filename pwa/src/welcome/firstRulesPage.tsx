import { TRADING_RULES_ID } from '@taffrail/domain/discipline';
import { isRefusal, type Refusal, type Versioned } from '@taffrail/domain/kernel';
import { phaseNames, phaseOrder, phaseProgressId, type PhaseProgress } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { Banner, Button, ErrorState, FieldGroup, MoneyField, NumberField, Page, Select, Skeleton } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { sentenceOf, useLive, useReplica } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { firstRules as words, rules as ruleWords } from '../words/index.ts';
import { type Caps, type FirstRules, usualFirst, wishesOf } from './firstRules.ts';
import css from './welcome.module.css';

/** What one keeps to, asked for once. All of it is filled in, so one tap is enough; the settings have the rest. */
export function FirstRulesPage() {
  const replica = useReplica();
  // As it was when one came: what is decided here is no reason to leave before one is led on.
  const ground = useLive([], () => groundOf(replica));
  if (ground.status === 'failed') return <ErrorState title={ruleWords.failed}>{sentenceOf(ground.error)}</ErrorState>;
  if (ground.status === 'ready') return ground.value.hasRules ? <Elsewhere /> : <Asked ground={ground.value} />;
  return (
    <Page title={words.title} measure="text">
      <Skeleton shape="row" count={5} />
    </Page>
  );
}

interface Ground {
  readonly accounts: readonly Versioned<Account>[];
  readonly hasRules: boolean;
  readonly hasPhase: boolean;
}

async function groundOf(replica: Replica): Promise<Ground> {
  const [accounts, rules, progress] = await Promise.all([
    replica.states<Account>('account'),
    replica.state('trading_rules', TRADING_RULES_ID),
    replica.state<PhaseProgress>('phase_progress', phaseProgressId),
  ]);
  const open = accounts.filter(({ state }) => !state.closed).toSorted((a, b) => a.state.name.localeCompare(b.state.name));
  return { accounts: open, hasRules: rules !== undefined, hasPhase: (progress?.state.stay ?? 0) > 0 };
}

/** Whoever has rules finds all of them in the settings. */
function Elsewhere() {
  useEffect(() => go(link('rules'), { replace: true }), []);
  return null;
}

function Asked({ ground: { accounts, hasPhase } }: { readonly ground: Ground }) {
  const replica = useReplica();
  const [said, setSaid] = useState<FirstRules>(() => usualFirst(accounts));
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    setBusy(true);
    const answer = await replica.dispatch(...wishesOf(said, accounts, hasPhase, replica.now()));
    setBusy(false);
    if (isRefusal(answer)) setRefusal(answer);
    else go(link('newPosition'), { replace: true });
  }

  const change = (part: Partial<FirstRules>) => {
    setSaid({ ...said, ...part });
    setRefusal(undefined);
  };
  return (
    <Page title={words.title} measure="text">
      <p>{words.meaning}</p>
      <form
        class={css.rules}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        {accounts.map(({ state }) => (
          <CapFields
            key={state.id}
            account={state}
            isAlone={accounts.length === 1}
            caps={said.caps[state.id] ?? NOTHING}
            onChange={(caps) => change({ caps: { ...said.caps, [state.id]: caps } })}
          />
        ))}
        <FieldGroup label={ruleWords.inRow}>
          <div class={css.three}>
            <NumberField
              label={ruleWords.lossesInRow}
              required
              value={said.lossesInRow}
              onChange={(lossesInRow) => change({ lossesInRow })}
            />
            <NumberField label={ruleWords.losingDays} required value={said.losingDays} onChange={(losingDays) => change({ losingDays })} />
            <NumberField
              label={ruleWords.losingWeeks}
              required
              value={said.losingWeeks}
              onChange={(losingWeeks) => change({ losingWeeks })}
            />
          </div>
        </FieldGroup>
        {!hasPhase && (
          <Select
            label={words.phase}
            hint={words.phaseMeanings[said.phase]}
            value={said.phase}
            choices={phaseOrder.map((value) => ({ value, label: phaseNames[value] }))}
            onChange={(phase) => change({ phase })}
          />
        )}
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
        <Button type="submit" tone="primary" wide busy={isBusy}>
          {words.action}
        </Button>
        <Button tone="quiet" wide onClick={() => go(link('newPosition'), { replace: true })}>
          {words.later}
        </Button>
      </form>
    </Page>
  );
}

const NOTHING: Caps = { size: undefined, maxRisk: undefined };

interface CapFieldsProps {
  readonly account: Account;
  readonly isAlone: boolean;
  readonly caps: Caps;
  readonly onChange: (caps: Caps) => void;
}

/** Several accounts are told apart by their names; one needs none. */
function CapFields({ account: { name, currency }, isAlone, caps, onChange }: CapFieldsProps) {
  const named = (label: string) => (isAlone ? label : words.ofAccount(label, name));
  return (
    <div class={css.two}>
      <MoneyField
        label={named(ruleWords.size)}
        optional
        currency={currency}
        value={caps.size}
        onChange={(size) => onChange({ ...caps, size })}
      />
      <NumberField label={named(ruleWords.maxRisk)} optional value={caps.maxRisk} onChange={(maxRisk) => onChange({ ...caps, maxRisk })} />
    </div>
  );
}
