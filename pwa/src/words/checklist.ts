/** A playbook being answered: its fields, its grade, its evidence. */
export const checklist = {
  yes: 'Yes',
  no: 'No',
  required: 'required',
  weighs: (weight: string) => `×${weight}`,
  weighsMeaning: (weight: string) => `Counts ${weight}-fold`,
  uncounted: 'Does not count towards the grade',
  choose: 'Choose',
  more: (label: string) => `Comment and evidence: ${label}`,
  moreHeld: (label: string, count: string) => `Comment and evidence, ${count} there: ${label}`,

  grade: 'Grade',
  gradeIs: (grade: string) => `Grade ${grade}`,
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
