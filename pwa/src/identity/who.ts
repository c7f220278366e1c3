import { useEffect } from 'preact/hooks';
import { refreshSession, session, type Session } from '../app/index.ts';

/** Who is signed in in this browser. Where no book needed to know yet, the server is asked now. */
export function useWho(): Session {
  const now = session.value;
  useEffect(() => {
    if (session.peek().status === 'unknown') void refreshSession();
  }, []);
  return now;
}
