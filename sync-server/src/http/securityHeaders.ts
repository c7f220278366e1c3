/** On every answer, whoever writes it. The documentation page loosens the content policy for its own style, nothing else does. */
export const securityHeaders: { readonly [name: string]: string } = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
