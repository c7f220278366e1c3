import type { ZodType } from 'zod';

/** Whether two values say the same. Reading both puts their parts in one order: what was kept may have been written in another. */
export function isSame<T>(schema: ZodType<T>, a: T, b: T): boolean {
  return JSON.stringify(schema.parse(a)) === JSON.stringify(schema.parse(b));
}
