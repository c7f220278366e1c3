import { attachments } from './attachments/index.ts';
import { discipline } from './discipline/index.ts';
import type { Context } from './kernel/index.ts';
import { phases } from './phases/index.ts';
import { playbooks } from './playbooks/index.ts';
import { riskgraph } from './riskgraph/index.ts';
import { tradelog } from './tradelog/index.ts';

/** Every context of the product. A new one is a line here. */
export const contexts: readonly Context[] = [tradelog, attachments, playbooks, discipline, phases, riskgraph];
