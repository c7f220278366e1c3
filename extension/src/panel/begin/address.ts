/** The server that an address, as somebody types it, stands for. Without a scheme it is a secure one, but for this machine. */
export function originIn(typed: string): string | undefined {
  const text = typed.trim();
  const scheme = /^(?:localhost|127\.|\[::1\])/.test(text) ? 'http' : 'https';
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `${scheme}://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return text === '' ? undefined : url.origin;
}

/** What the browser is asked to allow: patterns know no ports everywhere. */
export function permissionFor(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
