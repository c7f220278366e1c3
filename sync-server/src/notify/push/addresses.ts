import { BlockList, isIP } from 'node:net';

/** Ranges that lead nowhere in public: this machine, its neighbours, carriers' insides, documentation, many at once. */
const ipv4Ranges = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Within the public part of IPv6, those that carry another address inside them, and documentation. */
const ipv6Ranges = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const notPublic = listOf(ipv4Ranges, 'ipv4');
const notPublicInIpv6 = listOf(ipv6Ranges, 'ipv6');
const publicIpv6 = listOf(['2000::/3'], 'ipv6');

/** Whether an address is one that anybody on the internet could reach: a subscription must not make this server knock at its own network. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address);
  return version === 6 && publicIpv6.check(address, 'ipv6') && !notPublicInIpv6.check(address, 'ipv6');
}

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * Whether somebody's browser could have been given this by its push service: encrypted, by a name, at the usual port. What the name
 * stands for is looked at each time something is sent there.
 */
export function isPushEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname, port } = new URL(text);
  const isNamed = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname);
  return protocol === 'https:' && username + password + port === '' && isNamed;
}
