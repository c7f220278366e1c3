import type { Refusal } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Combobox, NumberField, TextField, TimeField, type Suggestion } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { accounts as words } from '../../words/index.ts';
import css from '../form/form.module.css';
import { FormDialog } from '../form/formDialog.tsx';
import { nextId, refusalOf } from '../standing.ts';

interface AccountFormProps {
  readonly title: string;
  /** Left out for one that is being opened. */
  readonly account?: Account;
  readonly version?: number;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Terms = Omit<Account, 'id' | 'closed'>;

/** Where trades are booked. The currency is for ever, and says so. */
export function AccountForm({ title, account, version, onClose, onSaved }: AccountFormProps) {
  const replica = useReplica();
  const [terms, setTerms] = useState<Terms>(account ?? usualTerms());
  const change = (part: Partial<Terms>) => setTerms({ ...terms, ...part });

  function save(): Promise<Refusal | undefined> {
    const { name, broker, currency, zone, session_start, account_max_risk_pct } = terms;
    const payload = { name: name.trim(), broker: broker.trim() || name.trim(), currency, zone, session_start, account_max_risk_pct };
    if (account === undefined) return refusalOf(replica, { type: 'OpenAccount', aggregate_id: nextId(replica), payload });
    return refusalOf(replica, {
      type: 'ChangeAccount',
      aggregate_id: account.id,
      payload,
      ...(version !== undefined && { expected_version: version }),
    });
  }

  return (
    <FormDialog title={title} submit={account === undefined ? words.open : words.save} onSubmit={save} onClose={onClose} onDone={onSaved}>
      {(errorAt) => (
        <>
          <TextField label={words.name} value={terms.name} error={errorAt('name')} onChange={(name) => change({ name })} />
          <TextField
            label={words.broker}
            optional
            hint={words.brokerHint}
            value={terms.broker}
            error={errorAt('broker')}
            onChange={(broker) => change({ broker })}
          />
          <div class={css.pair}>
            {account === undefined && (
              <Combobox
                label={words.currency}
                hint={words.currencyHint}
                value={terms.currency}
                error={errorAt('currency')}
                upperCase
                suggestions={matching(terms.currency, Intl.supportedValuesOf('currency'))}
                onChange={(currency) => change({ currency })}
              />
            )}
            <NumberField
              label={words.maxRisk}
              hint={words.maxRiskHint}
              optional
              value={terms.account_max_risk_pct ?? undefined}
              error={errorAt('account_max_risk_pct')}
              onChange={(percent) => change({ account_max_risk_pct: percent ?? null })}
            />
          </div>
          <Combobox
            label={words.zone}
            hint={words.zoneHint}
            value={terms.zone}
            error={errorAt('zone')}
            suggestions={matching(terms.zone, Intl.supportedValuesOf('timeZone'))}
            onChange={(zone) => change({ zone })}
          />
          <TimeField
            label={words.sessionStart}
            hint={words.sessionStartHint}
            value={terms.session_start}
            error={errorAt('session_start')}
            onChange={(time) => time !== undefined && change({ session_start: time })}
          />
        </>
      )}
    </FormDialog>
  );
}

/** A guess that most can leave as it is. */
export function usualTerms(): Terms {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const isAmerican = timeZone.startsWith('America/');
  return {
    name: words.usualName,
    broker: '',
    currency: isAmerican ? 'USD' : (currencyOfZone(timeZone) ?? 'USD'),
    zone: timeZone,
    session_start: '00:00',
    account_max_risk_pct: null,
  };
}

function currencyOfZone(zone: string): string | undefined {
  if (zone === 'Europe/London') return 'GBP';
  if (zone === 'Europe/Zurich') return 'CHF';
  return zone.startsWith('Europe/') ? 'EUR' : undefined;
}

const MOST_SUGGESTIONS = 8;

function matching(typed: string, all: readonly string[]): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const found = all.filter((one) => one.toLowerCase().includes(wanted) && one !== typed);
  return found.slice(0, MOST_SUGGESTIONS).map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
