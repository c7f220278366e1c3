import { attachments } from './attachments/index.ts';
import type { Context } from './kernel/index.ts';
import { playbooks } from './playbooks/index.ts';
import { tradelog } from './tradelog/index.ts';

/** Every context of the product. A new one is a line here. */
export const contexts: readonly Context[] = [tradelog, attachments, playbooks];
