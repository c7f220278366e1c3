import type { ContentInput } from '../content.ts';

/** Too far, too fast, for no good reason: back to the middle, and out there. */
export const meanReversion: ContentInput = {
  name: 'Mean reversion',
  purpose: 'pre',
  strategy_bindings: ['mean reversion', 'fade'],
  grade_thresholds: { A: '0.92', B: '0.8', C: '0.7' },
  risk_schedule: { A: '0.75', B: '0.4', C: '0', D: '0' },
  template_max_risk_pct: '0.75',
  fields: [
    {
      key: 'stretched',
      label: 'At least two average true ranges away from the mean',
      help: 'The 20-day average for days, VWAP for the session. Below that there is nothing to revert.',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    { key: 'stretch', label: 'How many average true ranges', type: 'number', weight: 0, validation: { min: 0, max: 50 } },
    {
      key: 'no_reason',
      label: 'No news explains the move',
      help: 'Earnings, guidance, an offer, a ruling: a new price for a new fact does not come back.',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    { key: 'range_day', label: 'The market is in a range, not in a trend', type: 'boolean', weight: 2.5, required: true },
    { key: 'exhaustion', label: 'Volume has spiked and the last bars go nowhere', type: 'boolean', weight: 2 },
    { key: 'turn_seen', label: 'You have seen it turn, and are not catching it in the fall', type: 'boolean', weight: 2.5, required: true },
    { key: 'target_is_mean', label: 'The target is the mean, and not the other side', type: 'boolean', weight: 1.5 },
    { key: 'reward', label: 'The mean is farther away than the stop', type: 'boolean', weight: 2, required: true },
    {
      key: 'time_stop_bars',
      label: 'Bars after which you are out, whatever it does',
      help: 'What comes back, comes back soon.',
      type: 'number',
      weight: 1.5,
      required: true,
      validation: { min: 1, max: 500 },
    },
    {
      key: 'one_entry',
      label: 'One entry with its full risk: nothing will be added if it goes further',
      type: 'boolean',
      weight: 3,
      required: true,
    },
  ],
};
