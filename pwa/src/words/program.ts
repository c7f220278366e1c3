/** What is said of the program itself. */
export const program = {
  name: 'Taffrail',
  description: "The trader's log: plan before, facts during, review after.",

  shortcuts: {
    newPosition: 'New position',
    today: 'Today',
    dayPage: 'Day page',
  },

  screenshots: {
    today: 'What is on today',
    day: 'The page of a day',
    positions: 'Every trade, and what became of it',
    position: 'One trade: its plan, its facts, its notes',
  },
};

/** What stands in a page before any script runs. */
export const pages: { readonly [name: string]: string } = {
  name: program.name,
  description: program.description,
  needsScript: 'Taffrail works with scripts switched on. It loads them from this server only.',
  didNotStart: 'Taffrail did not start. What you wrote on this device is still here.',
  toReset: 'Fetch the program again',

  resetTitle: 'Fetch the program again',
  resetMeaning: 'Everything you wrote on this device stays. Only the program is thrown away and loaded again from the server.',
  resetAction: 'Fetch it again',
  resetWorking: 'Fetching the program …',
  resetOffline: 'The server cannot be reached, so nothing was thrown away. Try again when you are connected.',
};
