import { useState } from 'preact/hooks';
import { useSecretOfLink } from '../secret.ts';
import { AskToBeLetIn } from './askToBeLetIn.tsx';
import { LetDeviceIn } from './letDeviceIn.tsx';

/** A phone that read a QR code comes with a secret and asks to be let in; anybody else comes with a code to let something in. */
export function PairPage() {
  const [secret] = useSecretOfLink();
  const [isPhone] = useState(secret !== '');
  return isPhone ? <AskToBeLetIn secret={secret} /> : <LetDeviceIn />;
}
