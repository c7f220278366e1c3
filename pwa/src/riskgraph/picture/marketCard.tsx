import { asJson, type DecimalText } from '@taffrail/domain/kernel';
import { marketViewId, type MarketView } from '@taffrail/domain/riskgraph';
import { Button, Card, NumberField, SegmentedControl, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, mayWrite, useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { refusalOf } from '../does.ts';
import { asShare, inPercent } from '../percent.ts';
import css from './picture.module.css';

interface MarketCardProps {
  readonly view: MarketView;
  readonly onSet: () => void;
}

/** Where the underlying stands, as far as anybody here has said. */
export function MarketCard({ view, onSet }: MarketCardProps) {
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={words.market}
      actions={
        mayWrite.value && (
          <Button tone="quiet" icon="edit" onClick={() => setOpen(true)}>
            {words.changeMarket}
          </Button>
        )
      }
    >
      <p>
        {view.underlying} {formats.price(view.spot)} · {words.volatilityOf(formats.percent(inPercent(view.volatility)))}
        {view.skew !== null && ` · ${words.withSkew}`}
      </p>
      <p class={css.muted}>{words.marketMeaning}</p>
      {isOpen && <MarketDialog view={view} onSet={onSet} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function MarketDialog({ view, onSet, onClose }: MarketCardProps & { readonly onClose: () => void }) {
  const replica = useReplica();
  const [spot, setSpot] = useState<DecimalText | undefined>(view.spot);
  const [volatility, setVolatility] = useState<DecimalText | undefined>(inPercent(view.volatility));
  const [rate, setRate] = useState<DecimalText | undefined>(inPercent(view.rate));
  const [pays, setPays] = useState<DecimalText | undefined>(inPercent(view.dividend_yield));
  const [follows, setFollows] = useState(view.follows);
  const [slope, setSlope] = useState<DecimalText | undefined>(view.skew?.slope);
  const [curvature, setCurvature] = useState<DecimalText | undefined>(view.skew?.curvature);

  async function set() {
    const skew = slope === undefined && curvature === undefined ? null : { slope: slope ?? '0', curvature: curvature ?? '0' };
    const { underlying } = view;
    const said = { volatility: asShare(volatility ?? '0'), rate: asShare(rate ?? '0'), dividend_yield: asShare(pays ?? '0') };
    const payload = asJson({ underlying, follows, spot, ...said, skew });
    const refusal = await refusalOf(replica, { type: 'SetMarketView', aggregate_id: marketViewId(underlying), payload });
    if (refusal === undefined) onSet();
    return refusal;
  }

  const canSubmit = spot !== undefined && volatility !== undefined;
  return (
    <FormDialog title={`${words.market} · ${view.underlying}`} submit={words.save} canSubmit={canSubmit} onSubmit={set} onClose={onClose}>
      <NumberField label={words.spot} value={spot} onChange={setSpot} />
      <NumberField label={words.volatilityPercent} value={volatility} onChange={setVolatility} />
      <NumberField label={words.ratePercent} value={rate} onChange={setRate} />
      {follows === 'spot' && <NumberField label={words.yieldPercent} value={pays} onChange={setPays} />}
      <SegmentedControl
        label={words.follows}
        value={follows}
        choices={[
          { value: 'spot', label: words.followsWhat.spot },
          { value: 'future', label: words.followsWhat.future },
        ]}
        onChange={setFollows}
      />
      <NumberField label={`${words.skew}: ${words.skewSlope}`} hint={words.skewMeaning} optional value={slope} onChange={setSlope} />
      <NumberField label={`${words.skew}: ${words.skewCurvature}`} optional value={curvature} onChange={setCurvature} />
    </FormDialog>
  );
}
