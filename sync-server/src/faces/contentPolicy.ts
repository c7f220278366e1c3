/**
 * What a page of the app may do: run and load what this server sent, and nothing from elsewhere, however it came into the page.
 * Pictures also come from the device's own copy (`blob:`). Script addresses are made by one policy of the app's own, which knows the
 * service worker; the editor's clipboard parses what is pasted in a document that runs nothing, by its own.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types taffrail ProseMirrorClipboard',
].join('; ');
