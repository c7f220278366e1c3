/** The first page of the day. */
export const today = {
  title: 'Today',
  failed: 'Today could not be read',
  plan: 'New position',
  closedToday: 'Closed today',
  nothing: 'Nothing yet',
  trades: (count: number, figure: string) => (count === 1 ? '1 trade' : `${figure} trades`),
  unknownPart: 'Not known: one of these came in without its cost.',
  open: 'Open',
  planned: 'Planned',
  openPositions: 'Open positions',
  noneOpen: 'Nothing is open',
  noneOpenMeaning: 'A position begins with a plan, or with its first fill.',
  expires: (days: number) => {
    if (days < 0) return 'Expired';
    return days === 0 ? 'Expires today' : days === 1 ? 'Expires tomorrow' : `Expires in ${days} days`;
  },
  since: (day: string) => `since ${day}`,
  risk: 'Initial risk',
  plans: 'Plans',
  plannedAt: (time: string) => `planned ${time}`,
  dayPage: "Today's page",
  dayPageMeaning: 'What matters today, the checklist before the open, the review after the close.',
  openDayPage: 'Open',
  allNotices: 'All notifications',
  conflicts: (count: number, figure: string) =>
    count === 1
      ? 'The server decided otherwise once. Choose what holds.'
      : `The server decided otherwise ${figure} times. Choose what holds.`,
  decide: 'Decide',

  firstTitle: 'Your first account',
  firstMeaning: 'Trades are booked in an account. Most of this is guessed and can be changed later.',
  firstAction: 'Open the account',
  accountName: 'Name',
  broker: 'Broker',
  currency: 'Currency',
  currencyHint: 'Of every amount in it. Cannot change later.',
  zone: 'Time zone',
  zoneHint: 'Says which day a fill belongs to.',
  sampleInstead: 'Look at sample data instead',
};
