import type { Refusal } from '@taffrail/domain/kernel';
import { httpRefusals } from './refusals.ts';

/** Files on their way, each held in memory until it is kept: so many of one sender at once. */
export interface Uploads {
  during<T>(sender: string, work: () => Promise<T>): Promise<T | Refusal>;
}

export function openUploads(atOnce: number): Uploads {
  const underWay = new Map<string, number>();

  return {
    async during(sender, work) {
      const others = underWay.get(sender) ?? 0;
      if (others >= atOnce) return httpRefusals.too_many_uploads({ limit: atOnce });
      underWay.set(sender, others + 1);
      try {
        return await work();
      } finally {
        const left = (underWay.get(sender) ?? 1) - 1;
        if (left > 0) underWay.set(sender, left);
        else underWay.delete(sender);
      }
    },
  };
}
