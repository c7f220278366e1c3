import { refusalsFrom } from '@taffrail/domain/kernel';

/** What is said to whoever may not come in, or not yet. A workspace of others and one that does not exist get the same sentence. */
export const accessRefusals = refusalsFrom({
  sign_in_needed: () => 'Sign in first: this request has no session and no token, or one that has ended.',
  sign_in_failed: () => 'The name, the password or the code is not right.',
  ticket_needed: () =>
    'A socket opens with a ticket that is not used, 30 seconds old at most, and asked for from the same site; get one with POST /api/documents/tickets.',
  code_needed: () => 'This account also asks for a code: send the one your authenticator shows, or a recovery code.',
  code_not_checkable: () =>
    'The codes of this account cannot be checked, because the key to them (secret.key in the data folder) is not the one they were sealed with. Send a recovery code, then remove the authenticator and add it again; or put that file back.',
  already_claimed: () => 'This server has its owner already; whoever joins now needs an invitation.',
  session_needed: () => 'This takes a person signed in at a browser; a token does not open it.',
  re_authentication_needed: (d: { minutes: number }) =>
    `This takes somebody who has shown within the last ${d.minutes} minutes that it is they; re-authenticate, then send it again.`,
  no_such_workspace: () => 'There is no such workspace, or you do not belong to it; GET /api/identity/me lists yours.',
  role_needed: (d: { role: string; needed: string }) =>
    `This takes ${article(d.needed)} of the workspace, and you are ${article(d.role)}; an owner can change that.`,
  scope_needed: (d: { scope: string; needed: string }) =>
    `This takes a token with scope ${d.needed}, and this one has scope ${d.scope}; pair the device again with the scope it needs.`,
  pairing_needed: () => 'This refresh token is not good, or no longer; pair the device again.',
  too_many_pairings: (d: { limit: number; retry_after_seconds: number }) =>
    `${d.limit} devices wait to be let in already, and no more can; try again in ${d.retry_after_seconds} seconds.`,
  too_many_attempts: (d: { limit: number; minutes: number; retry_after_seconds: number }) =>
    `After ${d.limit} failures within ${d.minutes} minutes no more are taken; try again in ${d.retry_after_seconds} seconds.`,
  passwords_busy: (d: { retry_after_seconds: number }) =>
    `Too many passwords are being checked at once; try again in ${d.retry_after_seconds} seconds.`,
});

export type AccessRefusalCode = keyof typeof accessRefusals;

const article = (role: string): string => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`);
