/** What the extension is called, in the browser and in its stores. */
export const program = {
  name: 'Taffrail',
  description:
    'Your plan beside the broker: checklist, grade and what your rules allow, before you place the order. It never clicks for you.',
  commands: { openPanel: 'Open the panel', armPlan: 'Arm the plan' },
};

/** On the icon, where there is room for four letters, and what it says when somebody rests on it. */
export const badge = {
  stopped: '!',
  title: program.name,
  stoppedTitle: `${program.name}: no trade now`,
  left: (count: number) => `${program.name}: ${count === 1 ? '1 trade' : `${count} trades`} left today`,
};
