import { phaseNames } from '@taffrail/domain/phases';
import type { NoticeKind, NoticeSaid } from '@taffrail/sync';
import { ruleNames } from './discipline.ts';

/** What people are told, and how they choose it. */
export const notifications = {
  title: 'Notifications',
  unread: 'Unread',
  today: 'Today',
  yesterday: 'Yesterday',
  markOneRead: (title: string) => `Mark as read: ${title}`,
  markAllRead: 'Mark all as read',
  settings: 'Settings',
  older: 'Show older',

  emptyTitle: 'Nothing to tell',
  empty: 'What expires, what happened to your orders on another device, and who signed in appears here.',
  failedTitle: 'Notifications could not be read',
  offlineTitle: 'Notifications are kept on the server',
  offline: 'It cannot be reached at the moment. Everything in your book works without it.',
  again: 'Try again',
  localTitle: 'This book is on this device only',
  local: 'A server tells you of what expires and of what happens on other devices. Attach the book to one to be told.',
  conflictsTitle: (count: number) => (count === 1 ? '1 change needs your decision' : `${count} changes need your decision`),
  conflicts: 'The server knows something else than this device.',
  decide: 'Decide',

  thisDevice: 'This device',
  offer: 'Hear of it here while Taffrail is closed. Your browser asks you once; you can turn it off at any time.',
  privacy: 'Notices travel encrypted. Whoever carries them cannot read them.',
  turnOn: 'Turn on notifications',
  turnOff: 'Turn off',
  isOn: (since: string) => `On since ${since}`,
  test: 'Send a test',
  testSent: 'A test is on its way.',
  turnedOff: 'This device is told nothing any more.',
  unsupported: 'This browser cannot be told of anything while Taffrail is closed. The feed still shows everything.',
  installFirst: 'On an iPhone or iPad, add Taffrail to the home screen first and open it from there.',
  denied: 'Your browser keeps notifications from here away. Allow them in its settings for this site, then come back.',
  tookTooLong: (seconds: number) =>
    `The push service of this browser did not answer within ${seconds} seconds. Check that you are online and try again; some browsers have no push service at all.`,
  refusedByBrowser: 'The push service of this browser did not take this device. Try again in a while.',

  kinds: 'What you hear',
  inFeed: 'In the feed',
  pushed: 'On this device',
  kind: 'Notice',
  choice: (kind: string, where: string) => `${kind}: ${where}`,
  pushedLater: 'Turn on notifications for this device to choose what it shows.',

  quietHours: 'Quiet hours',
  quiet: 'Keep devices quiet',
  quietHint: 'What comes meanwhile is told in one notice when they end. The feed shows it at once.',
  from: 'From',
  to: 'To',
  inZone: (zone: string) => `By the clock of ${zone}`,
  byThisClock: (zone: string) => `Use ${zone}`,
  sameTimes: 'Quiet hours that end when they begin would never end. Choose another time.',

  names: {
    position_expires: 'A position expires',
    order_executed: 'An order was executed elsewhere',
    order_cancelled: 'An order was cancelled elsewhere',
    playbook_published: 'A playbook was published elsewhere',
    playbook_retired: 'A playbook was retired elsewhere',
    cap_exceeded: 'More risk is meant than allowed',
    rule_broken: 'A rule was broken',
    phase_changed: 'The phase changed',
    downgrade_near: 'The phase is at risk',
    device_paired: 'A device was paired',
    device_revoked: 'A device was revoked',
    signed_in_elsewhere: 'A sign-in from a new place',
    member_joined: 'Somebody joined the workspace',
    backup_failed: 'A backup failed',
    storage_low: 'The server is running out of room',
  } satisfies { readonly [Kind in NoticeKind]: string },

  /** What a device shows when it cannot say more. */
  something: 'There is something new',
  several: (count: number) => `${count} new notices`,
  severalText: 'They came while this device was quiet or off.',
  testTitle: 'Notifications work',
  testText: 'This device is told of what you chose.',
};

/** How days and moments are printed where it is said. */
export interface Printed {
  day(day: string): string;
  dateTime(instant: string): string;
}

export interface Sentence {
  readonly title: string;
  readonly text: string;
}

type ParamsOf<Kind extends NoticeKind> = Extract<NoticeSaid, { readonly kind: Kind }>['params'];

const sentences: { readonly [Kind in NoticeKind]: (params: ParamsOf<Kind>, printed: Printed) => Sentence } = {
  position_expires: ({ symbol, expiry, days_left }, { day }) => ({
    title: days_left === 0 ? `${symbol} expires today` : `${symbol} expires tomorrow`,
    text: `The expiry is on ${day(expiry)}.`,
  }),
  order_executed: ({ symbol }) => ({ title: `Order executed: ${symbol}`, text: 'The position has its fills.' }),
  order_cancelled: ({ symbol, reason }) =>
    reason === 'expired'
      ? { title: `Order expired: ${symbol}`, text: 'Its time ran out before it was filled.' }
      : { title: `Order cancelled: ${symbol}`, text: 'It was taken back before it was filled.' },
  playbook_published: ({ name, version }) => ({
    title: version === 1 ? `New playbook: ${name}` : `${name}: version ${version} is published`,
    text: version === 1 ? 'It is offered for new trades.' : 'New trades are checked by it. What was answered before stays as it was.',
  }),
  playbook_retired: ({ name }) => ({
    title: `Playbook retired: ${name}`,
    text: 'It is not offered for new trades. What was answered stays.',
  }),
  cap_exceeded: ({ symbol, intended_risk_pct, risk_cap_pct }) => ({
    title: `${symbol}: more risk than allowed`,
    text: `${intended_risk_pct}% is meant, and its checklist allows ${risk_cap_pct}%.`,
  }),
  rule_broken: ({ rule_key, sentence }) => ({ title: `Rule broken: ${nameIn(ruleNames, rule_key)}`, text: sentence }),
  phase_changed: ({ from_phase, to_phase }) => ({
    title: `Now in ${nameIn(phaseNames, to_phase)}`,
    text: `You were in ${nameIn(phaseNames, from_phase)}. What it rested on stands among the phases.`,
  }),
  downgrade_near: ({ phase, sentence }) => ({ title: `${nameIn(phaseNames, phase)} is at risk`, text: sentence }),
  device_paired: ({ name }) => ({ title: `Device paired: ${name}`, text: 'If that was not you, revoke it in Settings.' }),
  device_revoked: ({ name, reason }) =>
    reason === 'token_reused'
      ? { title: `Device shut out: ${name}`, text: 'Its key was used from two places, so one of them was not yours. Pair it again.' }
      : { title: `Device revoked: ${name}`, text: 'It is let in no longer.' },
  signed_in_elsewhere: ({ address }) => ({
    title: 'Sign-in from a new place',
    text: `Somebody signed in as you from ${address}. If that was not you, end the session and change your password.`,
  }),
  member_joined: ({ name }) => ({ title: `${name} joined`, text: 'They belong to this workspace now.' }),
  backup_failed: ({ last_backup_at }, { dateTime }) => ({
    title: 'The backup failed',
    text: last_backup_at === null ? 'There is no backup yet.' : `The newest one was made on ${dateTime(last_backup_at)}.`,
  }),
  storage_low: ({ free_mb }) => ({
    title: 'The server is running out of room',
    text: `${free_mb} MB are left. When none is, nothing more can be saved there.`,
  }),
};

/** As a newer server calls it, where nothing here has a name for it. */
const nameIn = (names: { readonly [key: string]: string }, key: string): string =>
  (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;

/** Undefined for a kind that a newer server tells of. */
export function sentenceOfNotice({ kind, params }: NoticeSaid, printed: Printed): Sentence | undefined {
  const sentence = sentences[kind] as ((params: NoticeSaid['params'], printed: Printed) => Sentence) | undefined;
  return sentence?.(params, printed);
}
