import { someOf, type Desk, type Habit } from './desk.ts';

export const attachmentHabits: readonly Habit[] = [
  { weight: 2, think: attach },
  { weight: 1, think: remove },
  { weight: 1, think: restore },
];

function attach(desk: Desk) {
  const { random, newId } = desk;
  const [width, height] = random.pick([
    [1600, 900],
    [1170, 2532],
  ]);
  const picture = { hash: hashFrom(desk), media_type: 'image/png', bytes: random.between(1, 10_000_000), width, height };
  return { type: 'AddAttachment', aggregate_id: newId(), payload: { subject: subjectFrom(desk), ...picture, file_name: 'chart.png' } };
}

function subjectFrom({ random, positions, entries, day }: Desk) {
  const position = someOf(random, positions, () => true);
  const entry = someOf(random, entries, () => true);
  return random.pick([
    { type: 'day', id: day(0) },
    ...(position ? [{ type: 'position', id: position.id }] : []),
    ...(entry ? [{ type: 'journal_entry', id: entry.id }] : []),
  ]);
}

/** Few enough that the same file is attached again. */
export const picturesTaken = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64));

const hashFrom = ({ random }: Desk): string => random.pick(picturesTaken);

function remove({ random, attachments }: Desk) {
  const attachment = someOf(random, attachments, ({ removed_at }) => removed_at === null);
  return attachment && { type: 'RemoveAttachment', aggregate_id: attachment.id, expected_version: attachment.version, payload: {} };
}

function restore({ random, attachments }: Desk) {
  const attachment = someOf(random, attachments, ({ removed_at }) => removed_at !== null);
  return attachment && { type: 'RestoreAttachment', aggregate_id: attachment.id, expected_version: attachment.version, payload: {} };
}
