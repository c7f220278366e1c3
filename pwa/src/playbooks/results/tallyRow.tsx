import type { Tally } from '@taffrail/domain/playbooks';
import { Nets, RMultiple, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { results as words } from '../../words/index.ts';
import css from './results.module.css';

/** Below so many trades the next one can turn every figure of the row around. */
const FEW = 5;

export function TallyHead({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{words.count}</th>
        <th scope="col">{words.winRate}</th>
        <th scope="col">{words.meanR}</th>
        <th scope="col">{words.net}</th>
      </tr>
    </thead>
  );
}

/** How trades of one kind went; fewer than a handful are set back. */
export function TallyRow({ name, tally }: { readonly name: ComponentChildren; readonly tally: Tally }) {
  const formats = useFormats();
  const { closed, win_rate, mean_r, net } = tally;
  return (
    <tr class={closed < FEW ? css.few : undefined}>
      <th scope="row">{name}</th>
      <td>
        {formats.count(closed)}
        {closed > 0 && closed < FEW && <span class="visually-hidden"> {words.fewMark}</span>}
      </td>
      <td>{win_rate !== null && formats.share(win_rate)}</td>
      <td>{closed > 0 && <RMultiple value={mean_r} note={words.noRisk} />}</td>
      <td>
        <Nets nets={net} note={words.noNet} />
      </td>
    </tr>
  );
}
