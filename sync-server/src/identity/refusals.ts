import { refusalsFrom } from '@taffrail/domain/kernel';

/** What the rules of identity do not allow; who may come in at all is for the gate to say. */
export const identityRefusals = refusalsFrom({
  setup_token_wrong: (d: { minutes: number }) =>
    `This is not the setup token, or it is older than ${d.minutes} minutes; restart the server for a new one, which it writes into its data folder.`,
  name_taken: (d: { name: string }) => `Somebody here is called ${d.name} already, or nearly so; choose another name.`,
  invitation_over: () => 'This invitation was used, withdrawn, or is too old; ask whoever invited you for a new one.',
  let_in_over: (d: { minutes: number }) =>
    `This link was used, replaced, or is older than ${d.minutes} minutes; run "npm run taffrail -- let-in <name>" on the machine for a new one.`,
  already_a_member: () => 'You belong to this workspace already; the invitation stays good for somebody else.',
  authenticator_in_use: () => 'An authenticator is in use already; remove it before another one takes its place.',
  code_wrong: () => 'This is not the code the authenticator shows now, or it was used; wait for the next one and send that.',
  passkey_refused: () => 'This passkey was not taken: it answers another request, an older one, or for another site; begin again.',
  no_such_person: (d: { name: string; names: readonly string[] }) =>
    d.names.length === 0
      ? 'Nobody has claimed this server yet; start it, and whoever brings the setup token it writes owns every book.'
      : `Nobody here is called ${d.name}; there are ${d.names.join(', ')}.`,
  has_an_owner: (d: { workspace_id: string; owners: readonly string[] }) =>
    `Workspace ${d.workspace_id} belongs to ${d.owners.join(' and ')}, who can make others its owners.`,
  last_owner: () => 'This is the only owner of the workspace; make somebody else an owner first, or delete the workspace.',
  too_many_workspaces: (d: { limit: number }) => `You own ${d.limit} workspaces, which is as many as one person may; delete one first.`,
  workspace_unclear: () =>
    'Name the workspace in the Taffrail-Workspace header as well as in the path, so that no other is meant by mistake.',
});
