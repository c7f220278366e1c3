import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, Dialog, useFormats } from '@taffrail/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, toast, useAsking } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { Digits } from '../pairing/digits.tsx';
import { QrCode } from './qrCode.tsx';
import css from '../door/form.module.css';

interface Offer {
  readonly id: string;
  readonly secret: string;
  readonly expires_in: number;
}

interface Seen {
  readonly state: 'unused' | 'waiting' | 'over';
  readonly name?: string;
  readonly address?: string;
  readonly digits?: string;
}

const LOOK_EVERY_MS = 1000;

/** The desk's side: a QR code, then the digits of the phone that read it. */
export function PairPhone({ workspaceId, onClose }: { readonly workspaceId: string; readonly onClose: () => void }) {
  const [offer, setOffer] = useState<Offer | Refusal>();
  const begin = useCallback(
    async () => setOffer(await api<Offer>('/api/identity/phone-pairings', { body: { workspace_id: workspaceId } })),
    [workspaceId],
  );
  useEffect(() => void begin(), [begin]);

  return (
    <Dialog open title={identity.pairPhone} onClose={onClose}>
      {isRefusal(offer) && <Banner tone="breach">{offer.sentence}</Banner>}
      {offer !== undefined && !isRefusal(offer) && <Shown key={offer.id} offer={offer} onAgain={() => void begin()} onClose={onClose} />}
    </Dialog>
  );
}

interface ShownProps {
  readonly offer: Offer;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

function Shown({ offer, onAgain, onClose }: ShownProps) {
  const formats = useFormats();
  const path = `/api/identity/phone-pairings/${offer.id}`;
  const { seen, left } = useWatch(path, offer.expires_in);

  if (seen.state === 'over' || left <= 0) {
    return (
      <div class={css.form}>
        <p>{identity.qrOver}</p>
        <Button tone="primary" onClick={onAgain}>
          {identity.qrAgain}
        </Button>
      </div>
    );
  }
  if (seen.state === 'waiting') return <Compare seen={seen} path={path} onClose={onClose} />;
  return (
    <div class={css.form}>
      <p>{identity.qrMeaning}</p>
      <QrCode text={`${location.origin}/pair#${offer.secret}`} label={identity.qrLabel} />
      <p class={css.muted}>{identity.qrLeft(formats.count(left))}</p>
    </div>
  );
}

interface CompareProps {
  readonly seen: Seen;
  readonly path: string;
  readonly onClose: () => void;
}

function Compare({ seen, path, onClose }: CompareProps) {
  const { ask, refusal, isBusy } = useAsking();
  const name = seen.name ?? identity.kinds.phone;

  async function decide(choice: 'confirm' | 'deny'): Promise<void> {
    if (!(await ask(() => api(`${path}/${choice}`, { method: 'POST' })))) return;
    toast({ text: choice === 'confirm' ? identity.letIn(name) : identity.turnedAway(name) });
    onClose();
  }

  return (
    <div class={css.form}>
      <p>{identity.compareOnDesk(name, seen.address ?? '')}</p>
      <Digits>{seen.digits ?? ''}</Digits>
      {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      <Button tone="primary" wide busy={isBusy} onClick={() => void decide('confirm')}>
        {identity.digitsEqual}
      </Button>
      <Button wide onClick={() => void decide('deny')}>
        {identity.digitsDiffer}
      </Button>
    </div>
  );
}

/** Looks every second whether a phone is there, and how much time is left. */
function useWatch(path: string, expiresIn: number) {
  const [seen, setSeen] = useState<Seen>({ state: 'unused' });
  const [left, setLeft] = useState(expiresIn);
  useEffect(() => {
    const stopping = new AbortController();
    const overMs = performance.now() + expiresIn * 1000;
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil((overMs - performance.now()) / 1000)));
      void look();
    }, LOOK_EVERY_MS);

    async function look(): Promise<void> {
      const answer = await api<Seen>(path, { signal: stopping.signal }).catch(() => undefined);
      if (answer !== undefined && 'state' in answer) setSeen(answer);
    }
    return () => {
      clearInterval(timer);
      stopping.abort();
    };
  }, [path, expiresIn]);
  return { seen, left };
}
