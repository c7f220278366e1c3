import type { FieldName, NoTicket, Why } from '../brokers/index.ts';

const names: { readonly [Name in FieldName]: string } = {
  symbol: 'symbol',
  side: 'side',
  quantity: 'quantity',
  price: 'price',
  stop: 'stop',
  target: 'target',
  account: 'account',
};

/** What the ticket says, and what cannot be read of it. */
export const ticket = {
  title: 'The plan',
  fields: {
    symbol: 'Symbol',
    side: 'Side',
    quantity: 'Quantity',
    entry: 'Price',
    stop: 'Stop',
    target: 'Target',
    kind: 'Kind',
    expiry: 'Expiry',
    multiplier: 'Multiplier',
    account: 'Account',
  },
  sides: { buy: 'Buy', sell: 'Sell' },
  kinds: { stock: 'Stock, coin or fund', future: 'Future' },
  more: 'Kind and multiplier',
  typed: 'Typed',
  asRead: 'Take what the ticket says',
  empty: 'Empty on the ticket',
  unreadable: (field: FieldName, why: Exclude<Why, 'empty'>): string => `Cannot read ${names[field]} here: ${whys[why]}.`,

  looking: 'Looking at the page',
  notAllowed: 'The panel reads no page before you allow it.',
  allow: (name: string) => `Read ${name}`,
  unknownPage: (host: string) => `Nobody has taught the panel to read ${host}. A plan can be typed all the same.`,
  reload: 'Taffrail was updated while this page was open. Reload the page, and it is read again.',
  from: (name: string) => `Ticket of ${name}`,
  experimental: 'experimental',
  untried: 'Not tried on the live page yet: check what it reads.',
  taught: 'As you or somebody taught it: check what it reads.',
  noTicket: {
    no_ticket: 'No ticket is open on this page.',
    several_tickets: 'More than one ticket is open. Click into the one you mean.',
    closed: 'The ticket lies where the page lets nobody look. Type the plan.',
    failed: 'The page could not be read. Type the plan.',
  } satisfies { readonly [W in NoTicket]: string },
  check: 'Check the ticket',
  contradiction: (field: FieldName, said: string, button: string) => `It says ${names[field]} ${said}, and its button says ${button}.`,
  changed: (fields: readonly FieldName[]) =>
    `The page has changed where ${fields.map((field) => names[field]).join(', ')} ${fields.length === 1 ? 'stands' : 'stand'}. Check what is read.`,

  missing: {
    symbol: 'Say what is traded.',
    side: 'Say whether it is bought or sold.',
    quantity: 'Say how much.',
    expiry: 'Say when the contract expires.',
  },

  sizeMeaning: (quantity: string, percent: string) => `${quantity} at most, for ${percent} at the stop`,
  takeSize: 'Take it',
  sizeNeeds: 'A size by risk needs a price, a stop, and the size of the account in your rules.',

  playbook: 'Checklist',
  fits: (name: string) => `${name}, fits this trade`,
  noPlaybook: 'None',

  arm: 'Arm the plan',
  armOver: 'Override, and say why',
  armed: (symbol: string) => `${symbol} is planned.`,
  picture: 'Add a picture',
  pictureTaken: 'Picture taken',
  noPicture: 'The browser lets no picture be taken before you click the Taffrail icon on this page, or press its keys.',

  noAccount: 'Where trades are booked',
  accountName: 'Name of the account',
  currency: 'Currency',
  openAccount: 'Open the account',
};

const whys: { readonly [W in Exclude<Why, 'empty'>]: string } = {
  no_element: 'it is not where it should be',
  several: 'two places say different things',
  not_a_number: 'it is no number',
  not_a_symbol: 'it is no symbol',
  not_known: 'it says something unknown',
  too_long: 'it is too long',
  too_much: 'there is too much on the ticket',
  closed: 'the page lets nobody look',
  private: 'it is private',
  failed: 'the page or its adapter is broken',
};
