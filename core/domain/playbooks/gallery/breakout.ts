import type { ContentInput } from '../content.ts';

/** A price leaves a range it has respected for a while, and somebody big means it. */
export const breakout: ContentInput = {
  name: 'Breakout',
  purpose: 'pre',
  strategy_bindings: ['breakout'],
  template_max_risk_pct: '1',
  fields: [
    {
      key: 'level_tested',
      label: 'The level has held at least twice before',
      help: 'A level that nobody has tested is a line on your chart only.',
      type: 'boolean',
      weight: 2,
      required: true,
    },
    {
      key: 'base_old_enough',
      label: 'The range is at least five sessions old',
      help: 'A short rest has few to trap.',
      type: 'boolean',
      weight: 1,
    },
    { key: 'range_tightens', label: 'The range has become narrower towards its end', type: 'boolean', weight: 1.5 },
    {
      key: 'volume_confirms',
      label: 'Volume is above its 20-day average as the level goes',
      help: 'For the time of day, not for the whole day.',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    { key: 'with_market', label: 'The index and the sector go the same way', type: 'boolean', weight: 2 },
    {
      key: 'close_beyond',
      label: 'A bar of your time frame has closed beyond the level',
      help: 'A wick through the level is how the other side gets its price.',
      type: 'boolean',
      weight: 2,
    },
    { key: 'room', label: 'At least twice the risk lies before the next level', type: 'boolean', weight: 2.5, required: true },
    {
      key: 'reward_r',
      label: 'Distance to the next level, in multiples of the risk',
      help: 'As a number, so that you can look for trades by it later.',
      type: 'number',
      weight: 0,
      validation: { min: 0, max: 100 },
    },
    {
      key: 'stop_in_range',
      label: 'The stop lies back inside the range, where the idea is wrong',
      type: 'boolean',
      weight: 3,
      required: true,
    },
    { key: 'no_news_due', label: 'No report or central bank is due before you mean to be out', type: 'boolean', weight: 1 },
    {
      key: 'entry_kind',
      label: 'How you enter',
      type: 'select',
      weight: 0,
      validation: { options: ['As it breaks', 'On the close beyond', 'On the first test from outside'] },
    },
    { key: 'not_chasing', label: 'The price is within half an average range of the level', type: 'boolean', weight: 2 },
    { key: 'why_now', label: 'Who has to buy or sell here, and why now', type: 'rich_text', weight: 0 },
  ],
};
