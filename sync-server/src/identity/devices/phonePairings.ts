import { addMs, isAfter, isRefusal, type Instant, type Refusal } from '@taffrail/domain/kernel';
import type { Scope } from '../../http/index.ts';
import { hashOfSecret } from '../secret.ts';
import { pairingDigits } from './digits.ts';
import type { Applicant, Approval, Pairings } from './pairings.ts';
import { deviceRefusals } from './refusals.ts';

export const PHONE_PAIRING_LASTS_MS = 120_000;

/** What the desk shows as a QR code: a secret that one phone may bring back. */
interface Offer {
  readonly secretHash: string;
  readonly approval: Approval;
  readonly scope: Scope;
  readonly expiresAt: Instant;
  taken: { readonly deviceCode: string; readonly digits: string } | undefined;
}

export type OfferShown =
  | { readonly state: 'unused' | 'over' }
  | { readonly state: 'waiting'; readonly name: string; readonly address: string; readonly digits: string };

export interface PhonePairings {
  /** One at a time for each trader: a new one takes the place of the one before. */
  offer(id: string, secret: string, approval: Approval, scope: Scope): void;
  /** The phone brings the secret. Two that bring the same one are one too many, so then nobody is let in. */
  redeem(secret: string, deviceCode: string, phone: Pick<Applicant, 'name' | 'address'>): { readonly digits: string } | Refusal;
  look(id: string, userId: string): OfferShown | undefined;
  confirm(id: string, userId: string): boolean;
  deny(id: string, userId: string): void;
}

export function openPhonePairings(pairings: Pairings, now: () => Instant): PhonePairings {
  const offers = new Map<string, Offer>();
  const isOver = ({ expiresAt, taken }: Offer): boolean => (taken ? !pairings.waiting(taken.deviceCode) : !isAfter(expiresAt, now()));

  function offer(id: string, secret: string, approval: Approval, scope: Scope): void {
    for (const [other, earlier] of offers) {
      if (!isOver(earlier) && earlier.approval.user_id !== approval.user_id) continue;
      withdraw(earlier);
      offers.delete(other);
    }
    offers.set(id, {
      secretHash: hashOfSecret(secret),
      approval,
      scope,
      expiresAt: addMs(now(), PHONE_PAIRING_LASTS_MS),
      taken: undefined,
    });
  }

  function withdraw({ taken }: Offer): void {
    if (taken) pairings.deny(taken.deviceCode);
  }

  function redeem(secret: string, deviceCode: string, phone: Pick<Applicant, 'name' | 'address'>): { readonly digits: string } | Refusal {
    const secretHash = hashOfSecret(secret);
    const found = [...offers.values()].find((each) => each.secretHash === secretHash);
    if (!found || isOver(found)) return deviceRefusals.expired_token();
    if (found.taken) {
      withdraw(found);
      return deviceRefusals.code_taken();
    }
    const pairing = pairings.add(deviceCode, { ...phone, kind: 'phone', scope: found.scope }, PHONE_PAIRING_LASTS_MS);
    if (isRefusal(pairing)) return pairing;
    found.taken = { deviceCode, digits: pairingDigits(secret, deviceCode) };
    return { digits: found.taken.digits };
  }

  function offerOf(id: string, userId: string): Offer | undefined {
    const found = offers.get(id);
    return found?.approval.user_id === userId ? found : undefined;
  }

  function look(id: string, userId: string): OfferShown | undefined {
    const found = offerOf(id, userId);
    if (!found?.taken) return found && { state: isOver(found) ? 'over' : 'unused' };
    const phone = pairings.waiting(found.taken.deviceCode);
    return phone ? { state: 'waiting', name: phone.name, address: phone.address, digits: found.taken.digits } : { state: 'over' };
  }

  return {
    offer,
    redeem,
    look,
    confirm(id, userId) {
      const found = offerOf(id, userId);
      return found?.taken !== undefined && pairings.approve(found.taken.deviceCode, found.approval);
    },
    deny(id, userId) {
      const found = offerOf(id, userId);
      if (!found) return;
      offers.delete(id);
      withdraw(found);
    },
  };
}
