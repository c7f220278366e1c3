import type { Refusal } from '@taffrail/domain/kernel';
import { browser } from 'wxt/browser';
import { standing as words } from '../words/index.ts';
import type { Asked } from './messages.ts';

const TRIES = 5;
const PAUSE_MS = 200;

/** Asks the worker, which may be ended before it answers: then the next one is asked. */
export async function ask(asked: Asked): Promise<Refusal | null> {
  for (let time = 0; time < TRIES; time++) {
    try {
      return await browser.runtime.sendMessage<Asked, Refusal | null>(asked);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return { refused: true, code: 'no_answer', sentence: words.noAnswer, details: {} };
}
