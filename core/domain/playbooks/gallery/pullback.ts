import type { ContentInput } from '../content.ts';

/** A trend takes a breath, and you join it where it is cheap to be wrong. */
export const pullback: ContentInput = {
  name: 'Pullback in a trend',
  purpose: 'pre',
  strategy_bindings: ['pullback', 'trend'],
  template_max_risk_pct: '1',
  fields: [
    {
      key: 'trend_clear',
      label: 'Higher highs and higher lows, or the mirror of it, on the time frame above',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    {
      key: 'early_in_trend',
      label: 'It is the first or the second pullback of this trend',
      help: 'After the third, everybody has seen the trend.',
      type: 'boolean',
      weight: 1.5,
    },
    {
      key: 'depth_fits',
      label: 'It has given back between a quarter and two thirds of the last leg',
      help: 'Less is no discount, more is no trend.',
      type: 'boolean',
      weight: 2,
      required: true,
    },
    { key: 'quiet_volume', label: 'The pullback is slower and on less volume than the leg before it', type: 'boolean', weight: 2 },
    {
      key: 'support',
      label: 'What it comes back to',
      type: 'select',
      weight: 1.5,
      required: true,
      validation: { options: ['Former resistance or support', 'Moving average', 'Anchored VWAP', 'Gap', 'Value area'] },
    },
    {
      key: 'turn_seen',
      label: 'It has turned: a bar closed beyond the bar before it in the direction of the trend',
      type: 'boolean',
      weight: 2.5,
      required: true,
    },
    { key: 'stop_behind_swing', label: 'The stop lies behind the low or high of the pullback', type: 'boolean', weight: 3, required: true },
    { key: 'reward', label: 'The old extreme is at least one and a half times the risk away', type: 'boolean', weight: 2, required: true },
    {
      key: 'reward_r',
      label: 'Distance to the old extreme, in multiples of the risk',
      help: 'As a number, so that you can look for trades by it later.',
      type: 'number',
      weight: 0,
      validation: { min: 0, max: 100 },
    },
    { key: 'market_agrees', label: 'The market is not falling out of bed the other way', type: 'boolean', weight: 1 },
    { key: 'plan_at_extreme', label: 'What you do at the old extreme', type: 'text', weight: 0.5, required: true },
  ],
};
