import { refusalsFrom } from '../kernel/index.ts';

/** Everything playbooks say no to, in the trader's words. */
export const refusals = refusalsFrom({
  playbook_retired: (d: { playbook: string }) =>
    `The playbook ${d.playbook} is retired and takes no new versions or responses; reactivate it first.`,
  playbook_not_retired: (d: { playbook: string }) => `The playbook ${d.playbook} is in use already.`,
});
