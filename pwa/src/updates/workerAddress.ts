const WORKER = '/sw.js';

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The one address of a script that the app makes itself; under the content policy only this policy may. */
export function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return trustedTypes?.createPolicy('taffrail', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
}
