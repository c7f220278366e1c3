import { refusalsFrom } from '../kernel/index.ts';
import { MOST_EVIDENCE, MOST_RESPONSE_CHARACTERS, MOST_VERSIONS } from './limits.ts';

/** Everything playbooks say no to, in the trader's words. */
export const refusals = refusalsFrom({
  based_on_another_version: (d: { base_version_id: string | null; based_on: number | null; latest: number | null }) => {
    const basis = basisOf(d);
    if (d.latest === null) return `${basis}, and nothing has been published under this id yet; publish it as the first.`;
    return `${basis}, and version ${d.latest} is the latest; look at what it changed, and publish on top of it.`;
  },
  playbook_name_taken: (d: { name: string; taken_as: string; playbook_id: string }) =>
    `The name ${d.name} belongs to another playbook, which has been ${d.taken_as}; choose another name.`,
  nothing_new: (d: { version: number }) => `Version ${d.version} says the same already; change something before you publish.`,
  too_many_versions: () => `A playbook has at most ${MOST_VERSIONS} versions; begin a new one with another name.`,
  playbook_retired: (d: { playbook: string }) =>
    `The playbook ${d.playbook} is retired and takes no new versions or responses; reactivate it first.`,
  playbook_not_retired: (d: { playbook: string }) => `The playbook ${d.playbook} is in use already.`,

  not_a_playbook_file: () => 'This is not a playbook; a file of one has its fields, each with a key, a label and a type.',
  playbook_file_too_new: () => 'This playbook was written by a newer version of Taffrail; update this one first.',

  response_id_differs: (d: { response_id: string; expected_id: string }) =>
    `The response to this playbook about this has the id ${d.expected_id}, not ${d.response_id}; there is one for each.`,
  version_not_of_playbook: (d: { version_id: string; playbook_id: string }) =>
    `The playbook ${d.playbook_id} has no version with id ${d.version_id}; answer one of its own.`,
  version_left_behind: (d: { version: number; answered: number }) =>
    `This answers version ${d.version}, and version ${d.answered} has been answered already; answer that one or a newer one.`,
  field_unknown: (d: { key: string }) => `There is no field ${d.key} in this version of the playbook; leave it out.`,
  answer_not_taken: (d: { key: string; rule: string; sentence: string }) => d.sentence,
  comment_not_taken: (d: { key: string; label: string }) => `${d.label}: this field takes no comment; write it elsewhere.`,
  response_too_long: (d: { characters: number }) =>
    `A response has at most ${MOST_RESPONSE_CHARACTERS} characters altogether, its comments included; this has ${d.characters}. Shorten it.`,

  too_much_evidence: () => `A response has at most ${MOST_EVIDENCE} pieces of evidence; remove one first.`,
  evidence_unchanged: () => 'This changes nothing about the evidence; name other fields or another note.',

  response_of_position: (d: { position_id: string }) =>
    `This response is about position ${d.position_id} already; only the checklist of an instrument is linked to a trade.`,
  response_linked: (d: { position_id: string }) => `The response is linked to position ${d.position_id} already.`,
  response_not_linked: () => 'The response is not linked to a position.',
});

/** A version that is written from may never have come to be: it was published on a device, and the server decided otherwise. */
function basisOf({ base_version_id, based_on }: { base_version_id: string | null; based_on: number | null }): string {
  if (base_version_id === null) return 'This is written as a first version';
  return based_on === null ? 'This is written from a version that was never published' : `This is written from version ${based_on}`;
}
