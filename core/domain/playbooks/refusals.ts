import { refusalsFrom } from '../kernel/index.ts';
import { MOST_VERSIONS } from './limits.ts';

/** Everything playbooks say no to, in the trader's words. */
export const refusals = refusalsFrom({
  based_on_another_version: (d: { based_on: number | null; latest: number | null }) => {
    const basis = d.based_on === null ? 'This is written as a first version' : `This is written from version ${d.based_on}`;
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
});
