import { isRefusal } from '@taffrail/domain/kernel';
import { strategiesFromFile, type AddStrategy } from '@taffrail/domain/riskgraph';
import { Banner, Button } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { nextId } from '../does.ts';
import { takeAll } from './taking.ts';

/** Where risk graphs kept their strategies before there was a server. */
const KEYS = ['riskGraphStrategies', 'risk_graph_strategies'] as const;

/** Offers what an older risk graph left in this browser. It goes once it has come in, and nothing of it is lost before. */
export function OlderHere() {
  const replica = useReplica();
  const [found, setFound] = useState(() => strategiesIn(() => nextId(replica)));
  if (found.length === 0) return null;

  async function take(): Promise<void> {
    if (!(await takeAll(replica, found))) return;
    for (const key of KEYS) localStorage.removeItem(key);
    setFound([]);
  }

  return (
    <Banner tone="info" title={words.foundHere(found.length)}>
      <Button icon="down" onClick={() => void take()}>
        {words.bringIn}
      </Button>
    </Banner>
  );
}

function strategiesIn(ids: () => string): readonly AddStrategy[] {
  return KEYS.flatMap((key) => {
    const read = strategiesFromFile(kept(key), ids);
    return isRefusal(read) ? [] : read;
  });
}

function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}
