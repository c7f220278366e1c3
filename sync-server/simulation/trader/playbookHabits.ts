import { responseId, type Playbook, type PlaybookResponse, type ResponseSubject } from '@taffrail/domain/playbooks';
import { someOf, type Desk, type Habit, type Shown } from './desk.ts';

export const playbookHabits: readonly Habit[] = [
  { weight: 3, think: publish },
  { weight: 3, think: retireOrReactivate },
  { weight: 6, think: answer },
  { weight: 4, think: bringEvidence },
  { weight: 2.5, think: changeEvidence },
  { weight: 2.5, think: dropEvidence },
  { weight: 9, think: link },
];

/** Few names, so that two devices want the same one. */
const NAMES = ['Breakout', 'Pullback', 'Swing'];

/** A name leads to the same id in every book, and here whatever is in the books of two is taken to have got there by mistake. */
const nameIn = ({ random, accounts }: Desk): string | undefined => accounts[0] && `${random.pick(NAMES)} ${accounts[0].id}`;

function publish(desk: Desk) {
  const { random, playbooks, newId } = desk;
  const playbook = random.chance(0.75) ? someOf(random, playbooks, () => true) : undefined;
  const name = playbook?.state.name ?? nameIn(desk);
  if (name === undefined) return undefined;
  const fields = [
    { key: 'trend', label: 'With the trend', type: 'boolean', weight: String(random.between(0, 3)) },
    { key: 'side', label: 'Side', type: 'select', validation: { options: ['long', 'short'] } },
    { key: 'stop', label: 'Stop', type: 'number', validation: { max: '50' } },
  ];
  const content = {
    name,
    purpose: random.pick(['pre', 'in', 'post', 'generic']),
    strategy_bindings: random.pick([[], ['stock'], ['breakout']]),
    fields: random.chance(0.5) ? fields : fields.toReversed(),
  };
  const base_version_id = playbook?.state.versions.at(-1)?.version_id ?? null;
  return {
    type: 'PublishPlaybook',
    aggregate_id: playbook?.id ?? newId(),
    payload: { version_id: newId(), content, base_version_id },
    ...(playbook && random.chance(0.5) && { expected_version: playbook.version }),
  };
}

function retireOrReactivate({ random, playbooks }: Desk) {
  const playbook = someOf(random, playbooks, ({ active }) => !active) ?? someOf(random, playbooks, () => true);
  if (!playbook) return undefined;
  const type = playbook.state.active ? 'RetirePlaybook' : 'ReactivatePlaybook';
  return { type, aggregate_id: playbook.id, expected_version: playbook.version, payload: {} };
}

interface Begun {
  readonly aggregate_id: string;
  readonly terms: { readonly subject: ResponseSubject; readonly playbook_id: string };
  readonly playbook: Shown<Playbook>;
}

/** Mostly about what another device may be answering at the moment. */
function aResponse({ random, playbooks, positions, day }: Desk): Begun | undefined {
  const playbook = someOf(random, playbooks, () => true);
  const position = someOf(random, positions, () => true);
  if (!playbook) return undefined;
  const instrument = { type: 'instrument', day: day(0), symbol: random.pick(['SPX', 'spx', '/ES']) } as const;
  const subject = position && random.chance(0.6) ? ({ type: 'position', id: position.id } as const) : instrument;
  return { aggregate_id: responseId(subject, playbook.id), terms: { subject, playbook_id: playbook.id }, playbook };
}

function answer(desk: Desk) {
  const { random, accounts } = desk;
  const about = aResponse(desk);
  const version = about && random.pick([about.playbook.state.versions.at(-1), about.playbook.state.versions[0]]);
  if (!about || !version) return undefined;
  const account = someOf(random, accounts, () => true);
  const payload = {
    ...about.terms,
    version_id: version.version_id,
    values: { trend: random.chance(0.7), side: random.pick(['long', 'short', 'up']), stop: String(random.between(0, 55)) },
    comments: random.pick([{}, { trend: 'Above the average.\nHolding.' }]),
    intended_risk_pct: random.pick([null, '0.25', '1']),
    ...(about.terms.subject.type === 'instrument' && { account_id: account?.id ?? null, trade_entered: random.chance(0.5) }),
  };
  return { type: 'SubmitResponse', aggregate_id: about.aggregate_id, payload };
}

function bringEvidence(desk: Desk) {
  const { random, attachments, newId } = desk;
  const about = aResponse(desk);
  if (!about) return undefined;
  const attachment = someOf(random, attachments, () => true);
  const address = { kind: 'url', url: 'https://example.org/chart' };
  const source = random.pick([address, ...(attachment ? [{ kind: 'attachment', id: attachment.id }] : [])]);
  const field_keys = random.pick([['trend'], ['trend', 'stop'], ['volume']]);
  return { type: 'AddEvidence', aggregate_id: about.aggregate_id, payload: { ...about.terms, evidence_id: newId(), field_keys, source } };
}

function someEvidence({ random, responses }: Desk) {
  const response = someOf(random, responses, ({ evidence }) => evidence.length > 0);
  return response && { aggregate_id: response.id, evidence: random.pick(response.state.evidence) };
}

function changeEvidence(desk: Desk) {
  const found = someEvidence(desk);
  const note = `Look at ${desk.random.between(1, 90)}.`;
  return found && { type: 'ChangeEvidence', aggregate_id: found.aggregate_id, payload: { evidence_id: found.evidence.evidence_id, note } };
}

function dropEvidence(desk: Desk) {
  const found = someEvidence(desk);
  return found && { type: 'RemoveEvidence', aggregate_id: found.aggregate_id, payload: { evidence_id: found.evidence.evidence_id } };
}

const isChecklist = ({ subject }: PlaybookResponse): boolean => subject.type === 'instrument';

function link({ random, responses, positions }: Desk) {
  const response = someOf(random, responses, isChecklist);
  const position = someOf(random, positions, () => true);
  if (!response || !position) return undefined;
  if (response.state.position_id !== null) {
    return { type: 'UnlinkResponse', aggregate_id: response.id, payload: {} };
  }
  const { subject, playbook_id } = response.state;
  return { type: 'LinkResponse', aggregate_id: response.id, payload: { subject, playbook_id, position_id: position.id } };
}
