import { shapeOf, type Strategy } from '@taffrail/domain/riskgraph';
import { shapeNames } from '../words/index.ts';

/** What it is called, or else what it is. */
export const nameOf = ({ label, symbol, legs }: Pick<Strategy, 'label' | 'symbol' | 'legs'>): string =>
  label ?? `${symbol} ${shapeNames[shapeOf(legs)]}`;

/** Told apart in both themes; whoever wants another chooses one. */
const palette = ['#2f7fd0', '#b3672b', '#7a5cc0', '#2c8f8a', '#b0488d', '#7d8a24'] as const;

export const colorOf = (strategies: readonly Strategy[], strategy: Strategy): string =>
  strategy.color ?? palette[strategies.indexOf(strategy) % palette.length] ?? palette[0];
