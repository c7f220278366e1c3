/** The first minute. */
export const welcome = {
  title: "The trader's log",
  lead: 'Plan before the trade, keep the facts of it, and learn from it afterwards. Everything works without a network, and your book belongs to you.',
  here: 'On this device',
  hereMeaning: 'Begin at once, without a server. You can bring the book to one later, with everything in it.',
  hereAction: 'Use on this device only',
  server: 'With this server',
  serverMeanings: {
    unknown: 'Your book on several devices, backed up on the server. Somebody with a name here can sign in.',
    unclaimed: 'It is new and belongs to nobody yet. The link to claim it stands where the server was started.',
    claimed: 'Your book on several devices, backed up on the server. To join as somebody new, open the invitation you were sent.',
  },
  claim: 'Claim this server',
  signIn: 'Sign in',
  look: 'Look around first',
  lookMeaning: 'A made-up year, from paper to full size and back down. One click removes all of it.',
  lookAction: 'Open the sample data',
  file: 'I have a Taffrail file',
  firstBook: 'My book',
};
