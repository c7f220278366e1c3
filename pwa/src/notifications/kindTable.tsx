import { isInFeed, isPushed, noticeKindNames, type NoticeKind } from '@taffrail/sync';
import { Checkbox, Section } from '@taffrail/ui';
import { session } from '../app/index.ts';
import { notifications } from '../words/index.ts';
import { choose, nowHere, type Chosen } from './choices.ts';
import { choosePushed } from './pushHere.ts';
import css from './settings.module.css';

/** Each kind of notice, and where one hears of it. */
export function KindTable({ chosen: { choices, here } }: { readonly chosen: Chosen }) {
  const isOn = here.status === 'on';
  const chooseFeed = (kind: NoticeKind, on: boolean) => void choose({ ...choices, in_feed: { ...choices.in_feed, [kind]: on } });
  return (
    <Section title={notifications.kinds}>
      <table class={css.kinds}>
        <thead>
          <tr>
            <th scope="col" class={css.kind}>
              {notifications.kind}
            </th>
            <th scope="col">{notifications.inFeed}</th>
            <th scope="col">{notifications.pushed}</th>
          </tr>
        </thead>
        <tbody>
          {noticeKindNames.map((kind) => (
            <tr key={kind}>
              <th scope="row" class={css.kind}>
                {notifications.names[kind]}
              </th>
              <td>
                <Checkbox
                  bare
                  label={notifications.choice(notifications.names[kind], notifications.inFeed)}
                  checked={isInFeed(choices.in_feed, kind)}
                  onChange={(on) => chooseFeed(kind, on)}
                />
              </td>
              <td>
                <Checkbox
                  bare
                  label={notifications.choice(notifications.names[kind], notifications.pushed)}
                  checked={isOn && isPushed(here.kinds, kind)}
                  disabled={!isOn}
                  onChange={(on) => isOn && void choosePush({ ...here.kinds, [kind]: on })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isOn && <p class={css.muted}>{notifications.pushedLater}</p>}
    </Section>
  );
}

async function choosePush(kinds: Parameters<typeof choosePushed>[0]): Promise<void> {
  const now = session.peek();
  if (now.status === 'in') nowHere(await choosePushed(kinds, now.me.user_id));
}
