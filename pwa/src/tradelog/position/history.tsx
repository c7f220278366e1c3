import { asJson, moneyText, type Id } from '@taffrail/domain/kernel';
import type { PositionFacts } from '@taffrail/domain/tradelog';
import type { DeviceFact } from '@taffrail/replica';
import {
  ErrorState,
  PendingMark,
  Section,
  Skeleton,
  Timeline,
  useFormats,
  type Formats,
  type IconName,
  type TimelineEntry,
} from '@taffrail/ui';
import { contractName, sentenceOf, useLive, useReplica } from '../../app/index.ts';
import { history as words, position } from '../../words/index.ts';
import { sidedQuantity } from '../orders/describe.ts';
import type { ShownPosition } from './usePosition.ts';

/** Everything that happened to the trade, in order, as it was recorded. */
export function History({ shown }: { readonly shown: ShownPosition }) {
  const replica = useReplica();
  const formats = useFormats();
  const { id } = shown.state;
  const answer = useLive(['position'], () => replica.factsOf('position', id), [id]);
  return (
    <Section title={words.title}>
      {answer.status === 'loading' && <Skeleton shape="row" count={4} />}
      {answer.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && <Timeline label={words.title} entries={entriesOf(answer.value, shown, formats)} />}
    </Section>
  );
}

function entriesOf(facts: readonly DeviceFact[], shown: ShownPosition, formats: Formats): readonly TimelineEntry[] {
  const voided = new Set(facts.flatMap(({ type, payload }) => (type === 'FillVoided' ? [fillIdOf(payload)] : [])));
  return facts.map((fact) => {
    const told = tell(fact, shown, formats);
    return {
      key: fact.id,
      icon: icons[fact.type] ?? 'info',
      time: (
        <>
          {formats.dateTime(fact.occurred_at)} {!fact.on_server && <PendingMark />}
        </>
      ),
      title: told.title,
      ...(told.body !== undefined && { body: told.body }),
      undone: fact.type === 'FillRecorded' && voided.has(fillIdOf(fact.payload)),
    };
  });
}

const fillIdOf = (payload: unknown): Id | undefined => (payload as { readonly fill_id?: Id }).fill_id;

const icons: { readonly [type: string]: IconName } = {
  PositionCreated: 'edit',
  PositionAdjusted: 'edit',
  FillRecorded: 'positions',
  FillCorrected: 'refresh',
  FillVoided: 'trash',
  FillDetached: 'share',
  FillAttached: 'down',
  PositionClosed: 'check',
  PositionReopened: 'undo',
  PositionContinued: 'chevronEnd',
  InitialRiskFrozen: 'lock',
  InitialRiskReleased: 'lock',
};

interface Told {
  readonly title: string;
  readonly body?: string | undefined;
}

type Teller<Type extends keyof PositionFacts> = (payload: PositionFacts[Type], shown: ShownPosition, formats: Formats) => Told;

const tellers: { readonly [Type in keyof PositionFacts]: Teller<Type> } = {
  PositionCreated: ({ legs, plan }, _, formats) => ({
    title: plan === null ? words.created : words.planned,
    body: legs.map((leg) => `${sidedQuantity(leg.quantity, words.sides, formats)} ${contractName(leg, formats)}`).join(', '),
  }),
  PositionAdjusted: (payload, _, formats) => ({ title: words.adjusted, body: adjustmentOf(payload, formats) }),
  FillRecorded: (fill, shown, formats) => ({
    title: fillText(fill, shown, formats),
    ...(fill.kind !== 'trade' && { body: position.fillKinds[fill.kind] }),
  }),
  FillCorrected: (fill, _, formats) => ({
    title: words.corrected(termsText(fill, formats)),
    body: words.because(fill.reason),
  }),
  FillVoided: ({ reason }) => ({ title: words.voided, body: words.because(reason) }),
  FillDetached: () => ({ title: words.detached }),
  FillAttached: ({ fill }, shown, formats) => ({ title: words.attached, body: fillText(fill, shown, formats) }),
  PositionClosed: ({ reason }) => ({ title: words.closed[reason] }),
  PositionReopened: () => ({ title: words.reopened }),
  PositionContinued: () => ({ title: words.continued }),
  InitialRiskFrozen: ({ amount, basis, because }, { account }, formats) => ({
    title: words.riskFrozen(formats.amount(moneyText(amount), account.currency, { currency: true })),
    body: `${position.bases[basis]}. ${words.riskBecause[because]}`,
  }),
  InitialRiskReleased: () => ({ title: words.riskReleased }),
  RiskArtifactLinked: () => ({ title: words.artifactLinked }),
};

/** A fact that a newer version of the program wrote is shown by its own name. */
function tell({ type, payload }: DeviceFact, shown: ShownPosition, formats: Formats): Told {
  if (!Object.hasOwn(tellers, type)) return { title: type };
  const teller = tellers[type as keyof PositionFacts] as (payload: unknown, shown: ShownPosition, formats: Formats) => Told;
  return teller(asJson(payload), shown, formats);
}

interface FillTerms {
  readonly leg_id: Id;
  readonly quantity: string;
  readonly price: string | null;
}

function fillText({ leg_id, ...terms }: FillTerms, { state }: ShownPosition, formats: Formats): string {
  const leg = state.legs.find(({ id }) => id === leg_id);
  return `${termsText(terms, formats)}${leg === undefined || state.legs.length === 1 ? '' : ` · ${contractName(leg, formats)}`}`;
}

function termsText({ quantity, price }: Omit<FillTerms, 'leg_id'>, formats: Formats): string {
  const what = sidedQuantity(quantity, position.sides, formats);
  return price === null ? what : `${what} ${position.at} ${formats.price(price)}`;
}

function adjustmentOf(change: PositionFacts['PositionAdjusted'], formats: Formats): string {
  const { symbol, underlying, tags, plan, legs_added = [], legs_changed = [], legs_removed = [] } = change;
  const parts = [
    symbol !== undefined && words.symbolIs(symbol),
    underlying !== undefined && underlying !== symbol && words.underlyingIs(underlying),
    tags !== undefined && (tags.length === 0 ? words.noTags : words.tagsAre(tags)),
    plan === null && words.planDropped,
    plan &&
      words.planIs(
        plan.stop === null ? undefined : formats.price(plan.stop),
        plan.target === null ? undefined : formats.price(plan.target),
      ),
    ...legs_added.map((leg) => words.legAdded(contractName(leg, formats))),
    ...legs_changed.map((leg) => words.legChanged(contractName(leg, formats))),
    legs_removed.length > 0 && words.legsRemoved(legs_removed.length),
  ];
  return parts.filter((part) => typeof part === 'string').join(' ');
}
