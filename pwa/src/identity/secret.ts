import { useEffect, useState } from 'preact/hooks';

/**
 * What a link carries behind its `#`, which no server is sent. It is taken out of the address at once, so that it stays in no history and
 * on no screen.
 */
export function useSecretOfLink(): readonly [string, (typed: string) => void] {
  const [secret, setSecret] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return [secret, (typed) => setSecret(secretIn(typed))];
}

/** Somebody may paste the whole link, or only what matters of it. */
export const secretIn = (typed: string): string => typed.trim().replace(/^.*#/, '');
