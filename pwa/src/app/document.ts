import type { HeldDocument } from '@taffrail/replica/documents';
import { useEffect, useState } from 'preact/hooks';
import { useBook } from './book.ts';

type Holding =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly held: HeldDocument }
  | { readonly status: 'failed'; readonly again: () => void };

/** A document, open for as long as it is on the screen. */
export function useDocument(name: string): Holding {
  const { papers } = useBook();
  const [holding, setHolding] = useState<Holding & { readonly name: string }>({ status: 'opening', name });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isWanted = true;
    let letGo = async (): Promise<void> => {};
    void papers
      .documents()
      .then((documents) => documents.open(name))
      .then((held) => {
        letGo = held.letGo;
        if (isWanted) setHolding({ status: 'open', held, name });
        else void letGo();
      })
      .catch(() => isWanted && setHolding({ status: 'failed', again: () => setAttempt(attempt + 1), name }));
    return () => {
      isWanted = false;
      void letGo();
    };
  }, [papers, name, attempt]);

  return holding.name === name ? holding : { status: 'opening' };
}
