const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address that a link may lead to; undefined for all others, such as those that run a script. Asked when something is pasted and
 * again when it is drawn, because a page may have been written by another program.
 */
export function safeAddress(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  try {
    const url = new URL(given.trim());
    return SCHEMES.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** As somebody types it: without a scheme it is the web, and with an @ it is mail. */
export function typedAddress(given: string): string | undefined {
  const text = given.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  if (/^[^/:]+@[^/:]+\.[^/:]+$/.test(text)) return safeAddress(`mailto:${text}`);
  return safeAddress(text) ?? (/^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(text) ? safeAddress(`https://${text}`) : undefined);
}
