import type { PositionRow } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { namesOfStrategies } from '../bindings.ts';

/** Every strategy there is, and every tag that some position has. */
export function useKnownBindings(): readonly string[] {
  const rows = useReplica().rows<PositionRow>('positions').value;
  return useMemo(() => [...new Set([...namesOfStrategies, ...[...(rows?.values() ?? [])].flatMap(({ tags }) => tags)])], [rows]);
}
