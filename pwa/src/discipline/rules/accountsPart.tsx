import { DayField, MoneyField, NumberField, Section, Switch, useFormats } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import type { ErrorAt } from './errorAt.ts';
import { LossLimitField } from './lossLimitField.tsx';
import type { PartProps } from './partProps.ts';
import { lossDraft, type AccountDraft, type FirmDraft } from './rulesDraft.ts';
import css from './rules.module.css';

/** How large each account is, what one trade may risk of it, and whose rules it is held to besides one's own. */
export function AccountsPart({ draft: { accounts }, errorAt, change }: PartProps) {
  const replaced = (account: AccountDraft) => accounts.map((other) => (other.id === account.id ? account : other));
  // The rules name only accounts whose size is said.
  const named = accounts.filter(({ size }) => size !== undefined);
  return (
    <Section title={words.accounts}>
      <div class={css.part}>
        <p class={css.muted}>{accounts.length === 0 ? words.noAccounts : words.accountsMeaning}</p>
        {accounts.map((account) => (
          <AccountFields
            key={account.id}
            account={account}
            at={`accounts.${named.indexOf(account)}`}
            errorAt={errorAt}
            onChange={(changed) => change({ accounts: replaced(changed) })}
          />
        ))}
      </div>
    </Section>
  );
}

interface AccountFieldsProps {
  readonly account: AccountDraft;
  readonly at: string;
  readonly errorAt: ErrorAt;
  readonly onChange: (account: AccountDraft) => void;
}

function AccountFields({ account, at, errorAt, onChange }: AccountFieldsProps) {
  const today = useFormats().zone;
  const { name, currency, size, maxRisk, firm } = account;
  const begin = (): FirmDraft => ({
    since: Temporal.Now.plainDateISO(today).toString(),
    dailyLoss: lossDraft({ kind: 'percent', pct: '5' }, currency),
    drawdown: lossDraft({ kind: 'percent', pct: '10' }, currency),
    consistency: undefined,
  });
  return (
    <div class={css.window} role="group" aria-label={name}>
      <strong>{name}</strong>
      <div class={css.pair}>
        <MoneyField
          label={words.size}
          hint={words.sizeHint}
          optional
          currency={currency}
          value={size}
          error={errorAt(`${at}.size.amount`)}
          onChange={(given) => onChange({ ...account, size: given, ...(given === undefined && { firm: undefined }) })}
        />
        <NumberField
          label={words.maxRisk}
          optional
          value={maxRisk}
          error={errorAt('account_max_risk_pct')}
          onChange={(given) => onChange({ ...account, maxRisk: given })}
        />
      </div>
      <Switch
        label={words.prop}
        {...(size === undefined && { hint: words.propNeedsSize })}
        on={firm !== undefined}
        disabled={size === undefined}
        onChange={(on) => onChange({ ...account, firm: on ? begin() : undefined })}
      />
      {firm !== undefined && (
        <FirmFields firm={firm} at={`${at}.prop_firm`} errorAt={errorAt} onChange={(changed) => onChange({ ...account, firm: changed })} />
      )}
    </div>
  );
}

interface FirmFieldsProps {
  readonly firm: FirmDraft;
  readonly at: string;
  readonly errorAt: ErrorAt;
  readonly onChange: (firm: FirmDraft) => void;
}

function FirmFields({ firm, at, errorAt, onChange }: FirmFieldsProps) {
  return (
    <>
      <div class={css.pair}>
        <DayField
          label={words.propSince}
          value={firm.since}
          error={errorAt(`${at}.since`)}
          onChange={(since) => onChange({ ...firm, since })}
        />
        <NumberField
          label={words.propConsistency}
          optional
          value={firm.consistency}
          error={errorAt(`${at}.consistency_pct`)}
          onChange={(consistency) => onChange({ ...firm, consistency })}
        />
      </div>
      <LossLimitField
        label={words.propDailyLoss}
        of="one"
        limit={firm.dailyLoss}
        at={`${at}.daily_loss`}
        errorAt={errorAt}
        onChange={(dailyLoss) => onChange({ ...firm, dailyLoss })}
      />
      <LossLimitField
        label={words.propDrawdown}
        of="one"
        limit={firm.drawdown}
        at={`${at}.trailing_drawdown`}
        errorAt={errorAt}
        onChange={(drawdown) => onChange({ ...firm, drawdown })}
      />
    </>
  );
}
