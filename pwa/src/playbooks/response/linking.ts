import { asJson, isRefusal, type Id } from '@taffrail/domain/kernel';
import type { Papers, Replica } from '@taffrail/replica';
import { toast } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import type { ShownResponse } from './responses.ts';
import { readLinkable } from './traded.ts';

/** Says that a trade came of a checklist. */
export async function linkTo(replica: Replica, { id, subject, playbook }: ShownResponse, position_id: Id): Promise<void> {
  const payload = asJson({ subject, playbook_id: playbook.id, position_id });
  const done = await replica.dispatch({ type: 'LinkResponse', aggregate_id: id, payload });
  if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
  else toast({ text: checklist.linked(playbook.name), onUndo: () => void unlink(replica, id) });
}

async function unlink(replica: Replica, id: Id): Promise<void> {
  const done = await replica.dispatch({ type: 'UnlinkResponse', aggregate_id: id, payload: {} });
  if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
}

/** With its way back. */
export async function unlinkFrom(replica: Replica, shown: ShownResponse, positionId: Id): Promise<void> {
  const done = await replica.dispatch({ type: 'UnlinkResponse', aggregate_id: shown.id, payload: {} });
  if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
  else toast({ text: checklist.unlinked(shown.playbook.name), onUndo: () => void linkTo(replica, shown, positionId) });
}

/** Somebody thought about this instrument today before trading it: whether this is the trade, they know. */
export async function offerLinks(replica: Replica, papers: Papers, positionId: Id): Promise<void> {
  for (const shown of await readLinkable(replica, papers, positionId)) {
    if (shown.subject.type !== 'instrument') continue;
    toast({
      text: checklist.offered(shown.playbook.name, shown.subject.symbol),
      action: { label: checklist.link, onPress: () => void linkTo(replica, shown, positionId) },
    });
  }
}
