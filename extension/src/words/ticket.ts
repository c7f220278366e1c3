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
  read: 'As read',
  typed: 'Typed',
  asRead: 'Take what the ticket says',
  unreadable: (field: FieldName, why: Why): string => `Cannot read ${names[field]} here: ${whys[why]}.`,

  looking: 'Looking at the page',
  notAllowed: 'The panel reads no page before you allow it.',
  allow: (name: string) => `Read ${name}`,
  allowThis: 'Read this page',
  unknownPage: (host: string) => `Nobody has taught the panel to read ${host}. A plan can be typed all the same.`,
  reload: 'Taffrail was updated while this page was open. Reload the page, and it is read again.',
  from: (name: string) => `From the ticket of ${name}`,
  experimental: 'experimental',
  experimentalMeaning: 'Nobody has held this against the live page yet. Check what it reads.',
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

  size: 'Size by risk',
  sizeMeaning: (quantity: string, percent: string) => `${quantity} at most, for ${percent} at the stop`,
  takeSize: 'Take it',
  sizeNeeds: 'Needs a price, a stop, and the size of the account in your rules.',

  playbook: 'Checklist',
  fits: (name: string) => `${name}, fits this trade`,
  noPlaybook: 'None',

  arm: 'Arm the plan',
  armOver: 'Override, and say why',
  isArmed: 'Planned',
  armed: (symbol: string) => `${symbol} is planned.`,
  picture: 'Add a picture',
  pictureTaken: 'Picture taken',
  noPicture: 'The browser lets no picture be taken before you click the Taffrail icon on this page, or press its keys.',

  noAccount: 'Where trades are booked',
  accountName: 'Name of the account',
  currency: 'Currency',
  openAccount: 'Open the account',

  planned: 'Planned today',
  filled: 'Filled',
  filledAt: (symbol: string) => `Price ${symbol} was filled at`,
  recorded: (symbol: string) => `The fill of ${symbol} is recorded.`,
};

const whys: { readonly [W in Why]: string } = {
  no_element: 'it is not where it should be',
  empty: 'nothing is filled in',
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
