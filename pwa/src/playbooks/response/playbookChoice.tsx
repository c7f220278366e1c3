import type { Id } from '@taffrail/domain/kernel';
import { Badge, Button, Dialog, List, ListItem, useFormats } from '@taffrail/ui';
import { checklist, purposes } from '../../words/index.ts';
import type { ShownResponse } from './responses.ts';

interface PlaybookChoiceProps {
  /** Those that fit come first. */
  readonly open: readonly ShownResponse[];
  readonly suggested: number;
  readonly onChoose: (playbookId: Id) => void;
  readonly onClose: () => void;
}

/** Every playbook in use that has not been answered here. */
export function PlaybookChoice({ open, suggested, onChoose, onClose }: PlaybookChoiceProps) {
  const formats = useFormats();
  return (
    <Dialog open title={checklist.chooseTitle} onClose={onClose}>
      <List label={checklist.chooseTitle}>
        {open.map(({ playbook, latest }, place) => (
          <ListItem
            key={playbook.id}
            title={
              <>
                {playbook.name} {place < suggested && <Badge tone="accent">{checklist.fitting}</Badge>}
              </>
            }
            note={`${purposes[playbook.purpose]} · ${checklist.fields(latest.content.fields.length, formats.count(latest.content.fields.length))}`}
            end={<Button onClick={() => onChoose(playbook.id)}>{checklist.fillIn}</Button>}
          />
        ))}
      </List>
    </Dialog>
  );
}
