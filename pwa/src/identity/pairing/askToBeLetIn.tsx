import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, LinkButton, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, DoorPage, useAsking } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { DoorForm } from '../door/doorForm.tsx';
import { Digits } from './digits.tsx';
import { thisPhone } from './thisPhone.ts';
import type { Redeemed } from './redeemed.ts';
import { useLetIn } from './useLetIn.ts';

/** The phone's side: it names itself, shows the digits, and waits for the desk to compare them. */
export function AskToBeLetIn({ secret }: { readonly secret: string }) {
  const [name, setName] = useState(thisPhone);
  const [redeemed, setRedeemed] = useState<Redeemed>();
  const { ask, refusal, isBusy } = useAsking();
  if (redeemed !== undefined) return <Wait redeemed={redeemed} />;

  const redeem = () => ask(() => api<Redeemed>('/api/identity/phone-pairings/redeem', { body: { secret, name } }));
  return (
    <DoorPage title={identity.phoneTitle}>
      <p>{identity.phoneMeaning}</p>
      <DoorForm
        submit={identity.phoneAction}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={() => void redeem().then((found) => found && setRedeemed(found.answer))}
      >
        <TextField label={identity.deviceName} hint={identity.deviceNameHint} maxLength={60} required value={name} onChange={setName} />
      </DoorForm>
    </DoorPage>
  );
}

function Wait({ redeemed }: { readonly redeemed: Redeemed }) {
  const refusal = useLetIn(redeemed);
  return (
    <DoorPage title={identity.compareTitle}>
      <Digits>{redeemed.digits}</Digits>
      {isRefusal(refusal) ? <NotLetIn refusal={refusal} /> : <p role="status">{identity.compareOnPhone}</p>}
    </DoorPage>
  );
}

function NotLetIn({ refusal }: { readonly refusal: Refusal }) {
  return (
    <>
      <Banner tone="breach">{refusal.sentence}</Banner>
      <Button tone="primary" wide onClick={() => location.reload()}>
        {identity.again}
      </Button>
      <LinkButton wide href={link('signIn')}>
        {identity.signInInstead}
      </LinkButton>
    </>
  );
}
