import { describe, expect, it } from 'vitest';
import { type RiskArtifact, marketViewId, riskArtifactId } from './index.ts';
import { graph } from './testing/graph.ts';
import { option } from './testing/legs.ts';

const POSITION = '00000000-0000-7000-8000-000000000007';
const ID = riskArtifactId(POSITION);
const legs = [option('call', 6100, 2), option('call', 6150, -2)];
const fill = (leg: number, price: string | null, quantity: string) => ({ leg_id: legs[leg]!.id, price, quantity, voided: false });
const position = {
  id: POSITION,
  symbol: 'SPX',
  underlying: 'I:SPX',
  status: 'open',
  legs,
  fills: [fill(0, '20', '2'), fill(1, '8', '-2')],
};
const view = { underlying: 'I:SPX', follows: 'spot', spot: '6100', volatility: '0.15', rate: '0.04', dividend_yield: '0', skew: null };
const asked = { position_id: POSITION, position_version: 3 };
const bookWith = (change: object = {}) => graph({ [`position/${POSITION}`]: { ...position, ...change } });
const artifactIn = (book: ReturnType<typeof graph>) => book.state<RiskArtifact>(`risk_artifact/${ID}`);

describe('the risk of a position', () => {
  it('is worked out from what is held and what was paid', () => {
    const book = bookWith();
    expect(book.ask('ComputeRiskArtifact', ID, asked)).toEqual(['RiskArtifactComputed']);
    expect(artifactIn(book)).toMatchObject({ ...asked, figures: { breakevens: [6112], max_profit: 7600, max_loss: 2400, outlook: null } });
  });

  it('takes a view of the market along where there is one', () => {
    const book = bookWith();
    expect(book.ask('SetMarketView', marketViewId('I:SPX'), view)).toEqual(['MarketViewSet']);
    book.ask('ComputeRiskArtifact', ID, asked);
    const { outlook } = artifactIn(book).figures;
    expect(outlook!.probability_of_profit).toBeGreaterThan(0.4);
    expect(outlook!.probability_of_profit).toBeLessThan(0.55);
    expect(outlook!.value_at_risk).toBeCloseTo(2400, 6);
    expect(outlook!.delta).toBeGreaterThan(0);
  });

  it('is recorded again only where it has changed', () => {
    const book = bookWith();
    book.ask('ComputeRiskArtifact', ID, asked);
    expect(book.ask('ComputeRiskArtifact', ID, asked)).toEqual([]);
    book.put(`position/${POSITION}`, { ...position, fills: [fill(0, '22', '2'), fill(1, '8', '-2')] });
    expect(book.ask('ComputeRiskArtifact', ID, { ...asked, position_version: 4 })).toEqual(['RiskArtifactComputed']);
    expect(artifactIn(book)).toMatchObject({ position_version: 4, figures: { breakevens: [6114] } });
  });

  it('counts what was gained on the way, and leaves out what was voided', () => {
    const fills = [fill(0, '20', '2'), fill(0, '30', '-1'), { ...fill(0, '99', '5'), voided: true }];
    const book = bookWith({ fills });
    book.ask('ComputeRiskArtifact', ID, asked);
    // One call is left, and 10 was paid for it all in all.
    expect(artifactIn(book).figures).toMatchObject({ breakevens: [6110], max_profit: null, max_loss: 1000 });
  });

  it('of a plan is that of what is meant to be held', () => {
    const book = bookWith({ status: 'planned', fills: [] });
    book.ask('ComputeRiskArtifact', ID, asked);
    expect(artifactIn(book).figures).toMatchObject({ outlook: null });
  });

  it.each<[string, string, string, object | undefined]>([
    ['there is no such position', 'no_such_position', ID, undefined],
    ['nothing is held', 'no_risk_held', ID, { ...position, fills: [] }],
    ['the id is that of something else', 'id_of_another', POSITION, position],
  ])('is refused where %s', (_, code, id, state) => {
    expect(graph(state && { [`position/${POSITION}`]: state }).ask('ComputeRiskArtifact', id, asked)).toBe(code);
  });
});
