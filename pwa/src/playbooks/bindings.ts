import { folded } from '@taffrail/domain/playbooks';
import { strategyNames } from '../words/index.ts';

const strategies = Object.entries(strategyNames);

/** As it is read: a strategy by its name, a tag as it is. */
export const nameOfBinding = (binding: string): string => strategies.find(([strategy]) => strategy === folded(binding))?.[1] ?? binding;

/** As it is kept: a strategy by what positions call it, a tag as it was typed. */
export const bindingCalled = (name: string): string => strategies.find(([, words]) => folded(words) === folded(name))?.[0] ?? name;

export const namesOfStrategies: readonly string[] = strategies.map(([, name]) => name);
