import type { ContentInput } from '../content.ts';

/** Days to weeks: fewer trades, held through nights, so the reasons have to last longer than a mood. */
export const swing: ContentInput = {
  name: 'Swing trade',
  purpose: 'pre',
  strategy_bindings: ['swing', 'stock'],
  template_max_risk_pct: '1',
  fields: [
    { key: 'weekly_trend', label: 'The weekly chart agrees', type: 'boolean', weight: 3, required: true },
    {
      key: 'leads_market',
      label: 'It has done better than the index over three months',
      help: 'Worse, for a short.',
      type: 'boolean',
      weight: 2,
      required: true,
    },
    {
      key: 'setup',
      label: 'Setup',
      type: 'select',
      weight: 1,
      required: true,
      validation: { options: ['Base', 'Pullback', 'Reversal', 'Gap that holds'] },
    },
    { key: 'catalyst', label: 'What could move it while you hold it', type: 'text', weight: 1.5 },
    {
      key: 'no_report_inside',
      label: 'It does not report while you mean to hold it',
      help: 'Otherwise it is another kind of trade.',
      type: 'boolean',
      weight: 2,
      required: true,
    },
    { key: 'stop_at_structure', label: 'The stop lies where the chart says you are wrong', type: 'boolean', weight: 3, required: true },
    { key: 'gap_survived', label: 'A gap of one average range against you is bearable', type: 'boolean', weight: 2, required: true },
    { key: 'reward', label: 'The first target is at least twice the risk away', type: 'boolean', weight: 2, required: true },
    { key: 'chart_quality', label: 'How clean the chart is', type: 'rating', weight: 0 },
    {
      key: 'not_the_same_bet',
      label: 'No open trade would win and lose with this one',
      help: 'Three names of one sector are one trade with three fees.',
      type: 'boolean',
      weight: 2,
    },
    { key: 'liquid', label: 'You can be out within one session without moving it', type: 'boolean', weight: 1 },
    { key: 'trail_rule', label: 'How the stop follows', type: 'text', weight: 1, required: true },
    { key: 'thesis', label: 'The idea in three sentences', type: 'rich_text', weight: 1.5, required: true },
  ],
};
