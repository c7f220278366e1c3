import { useEffect, useState } from 'preact/hooks';

const PHONE = '(width < 45rem)';

/** Whether there is room for cards only. Style sheets decide by the same width. */
export function useIsPhone(): boolean {
  const [matches, setMatches] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const look = () => setMatches(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return matches;
}
