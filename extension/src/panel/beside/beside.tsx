import { Standing } from './standing.tsx';

/** What stands beside the ticket. */
export function Beside() {
  return <Standing />;
}
