const loopbackAddress = /^(?:127(?:\.\d{1,3}){3}|::1)$/;
const mappedIpv4 = /^::ffff:(?=\d+\.)/i;

/**
 * Where a request comes from. A proxy on this machine adds whom it speaks for at the end of `X-Forwarded-For`; whatever stands
 * before that, or comes over any other connection, is the caller's own claim.
 */
export function addressOf(connected: string | undefined, forwardedFor: string | undefined): string {
  const peer = (connected ?? 'unknown').replace(mappedIpv4, '');
  const last = forwardedFor?.split(',').at(-1)?.trim();
  return last !== undefined && isThisMachine(peer) && isAddress.test(last) ? last : peer;
}

export const isThisMachine = (address: string): boolean => loopbackAddress.test(address);

/** Whether whoever asks sits at this machine, and is not spoken for by a proxy on it. */
export const isFromThisMachine = (connected: string | undefined, forwardedFor: string | undefined): boolean =>
  forwardedFor === undefined && isThisMachine(addressOf(connected, undefined));

const isAddress = /^[0-9a-f:.]{2,45}$/i;
