import { refusalsFrom } from '@taffrail/domain/kernel';

/** What only the doors can get wrong; the rules never see it. */
export const doorRefusals = refusalsFrom({
  is_active_stands_alone: () =>
    'Whether a playbook is active belongs to all its versions, and everything else makes a new one; send is_active in a request of its own.',
  one_checklist_needed: () => 'Say what to evaluate against: either template_id or schema, and not both.',
  another_template_version: (d: { given: number; version: number }) =>
    `The template is version ${d.version} of its playbook, and the request speaks of version ${d.given}; leave template_version out, or name the version you mean by its id.`,
  another_playbook: (d: { template_id: string; playbook_id: string }) =>
    `The template ${d.template_id} is no version of playbook ${d.playbook_id}, which this response answers; answer it in a response of its own.`,
  field_not_named: () => 'Say in field which answer equals, at_least and at_most are about.',
  evidence_for_which_field: () => 'Say which fields the evidence speaks for: either field_key or field_keys, and not both.',
  evidence_of_what: () =>
    'Evidence is either an attachment, by its source_id, or an address, by its url; source_kind says which, and the other is left out.',
  nothing_submitted: () => 'Nothing has been submitted in this response so far; name the template that is answered.',
});
