import { PasskeySection } from './passkeySection.tsx';
import { AuthenticatorSection } from './authenticatorSection.tsx';
import { PasswordSection } from './passwordSection.tsx';
import { SessionSection } from './sessionSection.tsx';

/** How somebody shows that it is they, and where they are signed in. */
export function SecurityPanel() {
  return (
    <>
      <PasswordSection />
      <AuthenticatorSection />
      <PasskeySection />
      <SessionSection />
    </>
  );
}
