/** The book of made-up trades. */
export const sample = {
  book: 'Sample data',
  making: 'Making the sample data',
  accounts: { swing: 'Swing', futures: 'Futures', options: 'Options' },
  answer: 'Half of it is sold there, the rest follows the trend.',
  planThesis: 'Buys the first pullback to the level it broke.',
  backUp: 'Seven days with a broken data feed are no measure; agreed with the desk.',
  failedTitle: 'The sample data could not be made',
};
