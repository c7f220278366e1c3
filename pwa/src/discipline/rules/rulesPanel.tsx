import { ErrorState, Skeleton } from '@taffrail/ui';
import { sentenceOf, useLive, useReplica } from '../../app/index.ts';
import { rules as words } from '../../words/index.ts';
import { RulesForm } from './rulesForm.tsx';
import { rulesGround } from './rulesGround.ts';

/** What one keeps to, to be read and to be set. */
export function RulesPanel() {
  const replica = useReplica();
  const ground = useLive(['trading_rules', 'account'], () => rulesGround(replica));
  if (ground.status === 'failed') return <ErrorState title={words.failed}>{sentenceOf(ground.error)}</ErrorState>;
  return ground.status === 'loading' ? <Skeleton shape="row" count={6} /> : <RulesForm ground={ground.value} />;
}
