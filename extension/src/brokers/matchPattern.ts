const PATTERN = /^(https?):\/\/((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d{1,5})?(\/[A-Za-z0-9_./~*-]*)$/;
const OWN_HOSTS = new Set(['localhost', '127.0.0.1']);

/** What keeps somebody from asking for a page by this pattern; undefined where nothing does. */
export function flawOfMatch(pattern: string): string | undefined {
  const [, scheme, host = ''] = PATTERN.exec(pattern) ?? [];
  if (host === '') return 'names no page; write one like https://trade.example.com/*';
  if (OWN_HOSTS.has(host)) return undefined;
  if (scheme !== 'https') return 'is not https, where anybody on the way could write the ticket';
  const named = host.replace(/^\*\./, '').split('.');
  return named.length < 2 || (host.startsWith('*.') && isSuffix(named))
    ? 'takes in pages of other people; name the host of the broker'
    : undefined;
}

/** Under such a name anybody registers: com, co.uk, com.au. */
const isSuffix = (labels: readonly string[]): boolean => labels.length === 2 && labels[1]?.length === 2 && (labels[0]?.length ?? 0) <= 3;

/** Whether an address is one of those a pattern names. Ports do not matter to patterns. */
export function isMatched(pattern: string, address: string): boolean {
  const [, scheme, host = '', path = ''] = PATTERN.exec(pattern) ?? [];
  if (host === '' || !URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== `${scheme}:`) return false;
  const isHost = host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
  return isHost && isPath(path.split('*'), pathname);
}

/** Pieces between stars, one after another, the first at the beginning and the last at the end. */
function isPath([first = '', ...rest]: readonly string[], path: string): boolean {
  if (!path.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return path === first;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
