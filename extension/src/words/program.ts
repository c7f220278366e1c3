/** What the extension is called, in the browser and in its stores. */
export const program = {
  name: 'Taffrail',
  description:
    'Your plan beside the broker: checklist, grade and what your rules allow, before you place the order. It never clicks for you.',
  commands: { openPanel: 'Open the panel', armPlan: 'Arm the plan' },
};
