import { expect } from 'vitest';
import type { Adapter } from '../../src/brokers/index.ts';
import { type FromTeach, type PointedAt, TEACH_PORT } from '../../src/teach/index.ts';
import type { PageScene } from './onPage.ts';

/** Somebody who points at things in the page, and the lesson as far as it has come. */
export async function teacherOf({ page, openPort }: PageScene) {
  const port = await openPort(TEACH_PORT);
  let lesson: Adapter | null = null;

  const asksFor = (at: PointedAt): Promise<void> => port.say({ kind: 'point', at, lesson });

  return {
    asksFor,
    lesson: (): Adapter | null => lesson,
    close: port.close,
    /** Points with the mouse, as a trader does, with keys pressed before the click. */
    async pointsAt(at: PointedAt, selector: string, ...keys: readonly string[]): Promise<FromTeach> {
      const before = (await port.told()).length;
      await asksFor(at);
      const box = await page.locator(selector).boundingBox();
      if (box === null) throw new Error(`There is nothing to be seen at ${selector}.`);
      const { x, y, width, height } = box;
      await page.mouse.move(x + width / 2, y + height / 2);
      for (const key of keys) await page.keyboard.press(key);
      await page.mouse.click(x + width / 2, y + height / 2);
      await expect.poll(async () => (await port.told()).length).toBe(before + 1);
      const answer = (await port.told()).at(-1) as FromTeach;
      if (answer.kind === 'learnt') lesson = answer.lesson;
      return answer;
    },
  };
}
