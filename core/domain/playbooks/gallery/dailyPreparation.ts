import type { ContentInput } from '../content.ts';

/** Before the open, for one instrument: whether you are ready, and the instrument is worth it today. */
export const dailyPreparation: ContentInput = {
  name: 'Daily preparation',
  purpose: 'generic',
  strategy_bindings: [],
  grade_thresholds: { A: '0.9', B: '0.75', C: '0.5' },
  fields: [
    {
      key: 'fit',
      label: 'You are fit to trade',
      help: 'Slept, fed, and angry with nobody. Otherwise the day is for watching.',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    { key: 'rested', label: 'How rested you are', type: 'rating', weight: 0 },
    { key: 'calendar_read', label: 'You know what is due today, and when', type: 'boolean', weight: 2, required: true },
    {
      key: 'levels',
      label: 'The levels that matter today',
      help: 'Numbers, with commas between them: yesterday’s high and low, the overnight range, where volume was.',
      type: 'text',
      weight: 2,
      required: true,
      validation: { regex: '^\\d+(\\.\\d+)?(\\s*[,;]\\s*\\d+(\\.\\d+)?)*$' },
    },
    {
      key: 'day_type',
      label: 'What kind of day you expect',
      type: 'select',
      weight: 1,
      required: true,
      validation: { options: ['Trend', 'Range', 'Reversal', 'Waiting for news', 'No idea'] },
    },
    { key: 'if_then_up', label: 'If it opens above the levels, then', type: 'text', weight: 1.5, required: true },
    { key: 'if_then_down', label: 'If it opens below the levels, then', type: 'text', weight: 1.5, required: true },
    { key: 'no_trade_if', label: 'What keeps you out altogether', type: 'text', weight: 1 },
    {
      key: 'max_trades',
      label: 'The most trades you take in it today',
      type: 'number',
      weight: 1,
      required: true,
      validation: { min: 0, max: 100 },
    },
    { key: 'loss_limit_known', label: 'You know the loss at which today is over', type: 'boolean', weight: 3, required: true },
    {
      key: 'open_positions_checked',
      label: 'Every open position has its stop where the plan has it',
      type: 'boolean',
      weight: 2,
      required: true,
    },
    { key: 'tools_work', label: 'Data, platform and the second line to the broker work', type: 'boolean', weight: 1 },
    { key: 'mood', label: 'What is on your mind', type: 'rich_text', weight: 0 },
  ],
};
