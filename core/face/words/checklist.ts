/** A playbook being answered, beside a ticket and away from it. */
export const checklist = {
  yes: 'Yes',
  no: 'No',
  weighs: (weight: string) => `×${weight}`,
  weighsMeaning: (weight: string) => `Counts ${weight}-fold`,
  uncounted: 'Does not count towards the grade',
  pick: 'Choose',
  more: (label: string) => `Comment and evidence: ${label}`,
  moreHeld: (label: string, count: string) => `Comment and evidence, ${count} there: ${label}`,

  compliance: 'Followed',
  cap: 'May risk',
  bound: {
    template: 'by the playbook',
    grade: (grade: string) => `by grade ${grade}`,
    account: 'by the account',
  },
  exceeded: (intended: string, cap: string) => `${intended} is more than the ${cap} allowed`,
  answered: (done: string, all: string) => `${done} of ${all} answered`,
  nextOpen: 'Next open field',
};
