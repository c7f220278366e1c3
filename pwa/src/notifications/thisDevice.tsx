import { isRefusal } from '@taffrail/domain/kernel';
import { Button, Card, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { session, toast } from '../app/index.ts';
import { notifications } from '../words/index.ts';
import { nowHere, readChosen } from './choices.ts';
import { sendTest, turnOffPushes, turnOnPushes, type PushHere } from './pushHere.ts';
import css from './settings.module.css';

/** Says what will happen before the browser asks: it asks once, and a no is hard to take back. */
export function ThisDevice({ here }: { readonly here: PushHere }) {
  return (
    <Card title={notifications.thisDevice}>
      {here.status === 'unsupported' && <p>{notifications.unsupported}</p>}
      {here.status === 'install first' && <p>{notifications.installFirst}</p>}
      {here.status === 'denied' && <p>{notifications.denied}</p>}
      {here.status === 'off' && <Offer serverKey={here.serverKey} />}
      {here.status === 'on' && <TurnedOn since={here.since} />}
    </Card>
  );
}

function Offer({ serverKey }: { readonly serverKey: string }) {
  const [isBusy, setBusy] = useState(false);
  const turnOn = async () => {
    const now = session.peek();
    if (now.status !== 'in') return;
    setBusy(true);
    nowHere(await turnOnPushes(serverKey, now.me.user_id));
    setBusy(false);
  };
  return (
    <div class={css.stack}>
      <p>{notifications.offer}</p>
      <p class={css.muted}>{notifications.privacy}</p>
      <div class={css.actions}>
        <Button tone="primary" icon="bell" busy={isBusy} onClick={() => void turnOn()}>
          {notifications.turnOn}
        </Button>
      </div>
    </div>
  );
}

function TurnedOn({ since }: { readonly since: string }) {
  const formats = useFormats();
  return (
    <div class={css.stack}>
      <p>{notifications.isOn(formats.dateTime(since))}</p>
      <div class={css.actions}>
        <Button onClick={() => void test()}>{notifications.test}</Button>
        <Button tone="quiet" onClick={() => void turnOff()}>
          {notifications.turnOff}
        </Button>
      </div>
    </div>
  );
}

async function test(): Promise<void> {
  const answer = await sendTest();
  toast(isRefusal(answer) ? { tone: 'warning', text: answer.sentence } : { text: notifications.testSent });
}

async function turnOff(): Promise<void> {
  const refusal = await turnOffPushes();
  toast(refusal ? { tone: 'warning', text: refusal.sentence } : { text: notifications.turnedOff });
  await readChosen();
}
