import type { Reason, TradingRules, Verdict } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';
import { phaseNames, type Standing } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import { clearsAt, isPaper, ReasonList, riskText, sizeText, stopsIn, tradesLeftText, whenText } from '@taffrail/face';
import { Badge, Icon, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { link } from '../../routes/index.ts';
import { discipline as words } from '../../words/index.ts';
import css from './verdict.module.css';

interface GlanceProps {
  readonly verdict: Verdict;
  readonly account: Account;
  /** Undefined where nobody has said which phase it is. */
  readonly standing: Standing | undefined;
  readonly rules: TradingRules;
  readonly now: Instant;
  /** Which account it is about, where there are several. */
  readonly choice: ComponentChildren;
}

/** The answer first and largest, then how much of what, then what stands against it and until when. */
export function Glance({ verdict, account, standing, rules, now, choice }: GlanceProps) {
  const formats = useFormats();
  const size = rules.accounts.find(({ account_id }) => account_id === account.id)?.size;
  const limit = tradeLimitOf(verdict, standing, rules);
  const told = verdict.reasons.filter(({ effect }) => effect !== 'limits');
  return (
    <section class={css.glance} aria-label={words.title}>
      <div class={css.head}>
        <Answer verdict={verdict} now={now} />
        {choice}
      </div>
      <dl class={css.figures}>
        <Figure term={words.phase} note={standing?.downgrade_watch === true && <Badge tone="warning">{words.watch}</Badge>}>
          <a href={link('phases')}>{standing === undefined ? words.phasesNotBegun : phaseNames[standing.current_phase]}</a>
        </Figure>
        <Figure term={words.tradesLeft} note={limit && words.tradeLimit(formats.count(limit.count), limit.whose)}>
          {tradesLeftText(verdict, formats)}
        </Figure>
        <Figure term={words.risk} note={capOf(verdict.reasons)}>
          {riskText(verdict, size, formats)}
        </Figure>
        <Figure term={words.size} note={standing && verdict.allowed_size !== null && phaseNames[standing.current_phase]}>
          {sizeText(verdict, account.currency, formats)}
        </Figure>
      </dl>
      {told.length > 0 && <ReasonList reasons={told} now={now} />}
    </section>
  );
}

function Answer({ verdict, now }: Pick<GlanceProps, 'verdict' | 'now'>) {
  const formats = useFormats();
  const until = clearsAt(stopsIn(verdict.reasons));
  if (verdict.may_trade) {
    return (
      <p class={css.answer}>
        <Icon name="check" />
        {isPaper(verdict) ? words.mayOnPaper : words.may}
      </p>
    );
  }
  return (
    <p class={css.answer} data-stopped>
      <Icon name="breach" />
      {until === null ? words.mayNot : words.mayNotUntil(whenText(until, now, formats))}
    </p>
  );
}

/** The limit that leaves so many: that of the phase, where it is the one that counts. */
function tradeLimitOf({ trades_left }: Verdict, standing: Standing | undefined, { max_trades_per_day: own }: TradingRules) {
  if (trades_left === null) return undefined;
  const ofPhase = standing?.trade_limit_today;
  if (standing && ofPhase?.trades_left === trades_left) return { count: ofPhase.limit, whose: phaseNames[standing.current_phase] };
  return own === null ? undefined : { count: own, whose: words.ownRules };
}

/** Whose cap it is: the least of them is the one that counts. */
function capOf(reasons: readonly Reason[]): string | undefined {
  const caps = reasons.filter(({ rule, limit }) => rule in words.riskFrom && limit !== null);
  const [least] = caps.toSorted((a, b) => Number(a.limit) - Number(b.limit));
  return least && words.riskFrom[least.rule];
}

interface FigureProps {
  readonly term: string;
  /** Where it comes from. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Figure({ term, note, children }: FigureProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <span class={css.value}>{children}</span>
        {note && <span class={css.note}>{note}</span>}
      </dd>
    </div>
  );
}
