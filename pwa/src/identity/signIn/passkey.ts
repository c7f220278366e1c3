import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { api } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import { comeIn } from '../arriving.ts';

/** Browsers that read and write the server's JSON themselves; the others sign in with a password. */
export const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

export async function signWithPasskey(): Promise<Refusal | undefined> {
  const options = await api<PublicKeyCredentialRequestOptionsJSON>('/api/identity/passkey-sign-in/options', { method: 'POST' });
  if (isRefusal(options)) return options;
  const credential = await fromDevice(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
  return isRefusal(credential) ? credential : comeIn({ path: 'passkey-sign-in', body: { credential } });
}

export async function addPasskey(name: string): Promise<Refusal | undefined> {
  const options = await api<PublicKeyCredentialCreationOptionsJSON>('/api/identity/passkeys/options', { method: 'POST' });
  if (isRefusal(options)) return options;
  const credential = await fromDevice(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  if (isRefusal(credential)) return credential;
  const added = await api('/api/identity/passkeys', { body: { name, credential } });
  return isRefusal(added) ? added : undefined;
}

/** The device asks for a finger or a PIN; whoever waves it away, or has no such key, gets one and the same error. */
async function fromDevice(ask: () => Promise<Credential | null>): Promise<object | Refusal> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential.toJSON();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'InvalidStateError') return refusal('passkey_known', identity.passkeyKnown);
  }
  return refusal('passkey_not_given', identity.passkeyNotGiven);
}

const refusal = (code: string, sentence: string): Refusal => ({ refused: true, code, sentence, details: {} });
