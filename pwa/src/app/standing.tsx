import { Badge, Icon, type IconName, useFormats } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { shell } from '../words/index.ts';
import { openReplicaOf } from './book.ts';
import css from './standing.module.css';

const icons: { readonly [state: string]: IconName } = {
  none: 'device',
  offline: 'offline',
  connecting: 'cloud',
  loading: 'download',
  following: 'cloud',
  signed_out: 'lock',
  revoked: 'lock',
};

/** How the book stands with its server, and what has not reached it; one tap shows all of it. */
export function Standing() {
  const replica = openReplicaOf.value;
  const formats = useFormats();
  if (replica === undefined) return null;
  const line = replica.line.value;
  const { commands, documents, files } = replica.waiting.value;
  const unsent = line.state === 'none' ? 0 : commands + documents + files;
  const conflicts = replica.conflicts.value.length;
  const word = line.state === 'loading' ? shell.line.loading(formats.count(line.loaded)) : shell.line[line.state];

  return (
    <a href={link('waiting')} class={css.standing}>
      <Icon name={icons[line.state] ?? 'cloud'} />
      <span class={css.word} role="status">
        {word}
      </span>
      {unsent > 0 && (
        <>
          <span aria-hidden>
            <Badge>{unsent}</Badge>
          </span>
          <span class="visually-hidden">{shell.unsent(unsent, formats.count(unsent))}</span>
        </>
      )}
      {conflicts > 0 && (
        <>
          <span aria-hidden>
            <Badge tone="warning">{conflicts}</Badge>
          </span>
          <span class="visually-hidden">{shell.conflicts(conflicts, formats.count(conflicts))}</span>
        </>
      )}
    </a>
  );
}
