import type { Id, Instant } from '@taffrail/domain/kernel';
import type { NoticeDraft } from '@taffrail/sync';
import type { AuditEntry, People } from '../identity/index.ts';
import type { Teller } from './telling.ts';

type Told = (recorded: AuditEntry & { readonly user_id: Id }, people: People) => NoticeDraft | undefined;

/** What people hear about themselves. */
const toThemselves: { readonly [Type in AuditEntry['type']]?: Told } = {
  device_paired: ({ details }) => ({ kind: 'device_paired', params: { name: textIn(details, 'name') }, subject: deviceIn(details) }),
  device_revoked: ({ details }) => ({
    kind: 'device_revoked',
    params: { name: textIn(details, 'name'), reason: 'revoked' },
    subject: deviceIn(details),
  }),
  refresh_token_reused: ({ details }) => ({
    kind: 'device_revoked',
    params: { name: textIn(details, 'name'), reason: 'token_reused' },
    subject: deviceIn(details),
  }),
  signed_in: ({ user_id, address }, people) =>
    people.isNewPlace(user_id, address) ? { kind: 'signed_in_elsewhere', params: { address }, subject: null } : undefined,
};

/** What the others in a workspace hear. */
const toTheOthers: { readonly [Type in AuditEntry['type']]?: Told } = {
  invitation_accepted: ({ user_id }, people) => ({
    kind: 'member_joined',
    params: { name: people.nameOf(user_id) },
    subject: { type: 'member', id: user_id },
  }),
};

export interface RecordsParts {
  readonly people: People;
  readonly teller: Teller;
  readonly now: () => Instant;
  readonly newId: () => Id;
}

/** Tells of what goes on the record, within the transaction that puts it there, and so exactly once. */
export function openRecords({ people, teller, now, newId }: RecordsParts) {
  return (recorded: AuditEntry): void => {
    const { type, user_id, workspace_id } = recorded;
    if (user_id === undefined) return;
    const known = { ...recorded, user_id };
    const common = { cause: newId(), occurredAt: now(), workspaceId: workspace_id };
    const own = toThemselves[type]?.(known, people);
    if (own) teller.tell({ ...own, ...common }, [user_id]);
    if (workspace_id === undefined) return;
    const others = toTheOthers[type]?.(known, people);
    if (others) teller.tell({ ...others, ...common }, othersIn(people, workspace_id, user_id));
  };
}

const othersIn = (people: People, workspaceId: string, userId: Id): Id[] =>
  people
    .membersOf(workspaceId)
    .map(({ user_id }) => user_id)
    .filter((id) => id !== userId);

function textIn(details: AuditEntry['details'], name: string): string {
  const text = details?.[name];
  return typeof text === 'string' ? text : '';
}

const deviceIn = (details: AuditEntry['details']) => ({ type: 'device', id: textIn(details, 'device_id') });
