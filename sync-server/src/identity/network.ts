import { isIPv6 } from 'node:net';

/** The groups of an IPv6 address that belong to its network; the rest anybody there chooses as often as they like. */
const NETWORK_GROUPS = 4;
const mappedIpv4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** What of an address whoever asks cannot change at will: all of an IPv4 address, and the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  // One address has many spellings; parsing it as a host leaves the shortest.
  const shortest = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const mapped = mappedIpv4.exec(shortest);
  return mapped ? ipv4Of(mapped) : `${groupsOf(shortest).slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

const ipv4Of = ([, high = '', low = '']: RegExpExecArray): string =>
  [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]).join('.');

/** All eight, those written out that `::` stands for. */
function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.split('::').map((side) => (side === '' ? [] : side.split(':')));
  if (!address.includes('::')) return before;
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
}
