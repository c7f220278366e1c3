import { Banner, Skeleton } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { standing } from '../words/index.ts';
import { Begin } from './begin/begin.tsx';
import { Code } from './begin/code.tsx';
import { book, pairing } from './book.ts';

/** One thing at a time: where the book is, being let in, or the ticket and what is said to it. */
export function Panel() {
  const now = book.value;
  if (pairing.value?.state === 'waiting') return <Code waiting={pairing.value} />;
  if (now.status === 'failed') return <Banner tone="breach">{standing.failed}</Banner>;
  if (now.status === 'none') return <Begin />;
  return now.status === 'open' ? <Loaded /> : <Skeleton shape="row" count={6} />;
}

/** The rules and what is drawn of them come after the first frame, with the book. */
function Loaded() {
  const [Beside, setBeside] = useState<ComponentType>();
  useEffect(() => void import('./beside/beside.tsx').then((loaded) => setBeside(() => loaded.Beside)), []);
  return Beside === undefined ? <Skeleton shape="row" count={6} /> : <Beside />;
}
