import { differenceOf, type PlaybookVersion } from '@taffrail/domain/playbooks';
import { Banner, Button, useFormats } from '@taffrail/ui';
import { checklist } from '../../words/index.ts';
import { DifferenceList } from '../versions/differenceList.tsx';
import css from './response.module.css';

interface NewerVersionProps {
  readonly from: PlaybookVersion;
  readonly to: PlaybookVersion;
  readonly onTake: () => void;
}

/** The playbook has moved on; whoever is filling in decides whether to go along. What both ask stays answered. */
export function NewerVersion({ from, to, onTake }: NewerVersionProps) {
  const formats = useFormats();
  const number = formats.count(to.version);
  return (
    <Banner title={checklist.newer(number)} actions={<Button onClick={onTake}>{checklist.takeNewer(number)}</Button>}>
      <details class={css.details}>
        <summary>{checklist.whatChanged}</summary>
        <DifferenceList difference={differenceOf(from.content, to.content)} />
      </details>
    </Banner>
  );
}
