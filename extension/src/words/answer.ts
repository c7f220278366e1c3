/** What the rules say to a trade, in as few words as can be read from the corner of an eye. */
export const answer = {
  may: 'You may trade',
  mayNot: 'No trade now',
  within: 'Within your rules',
  against: 'Against your rules',
  unchecked: 'Not checked yet',
  planned: 'Planned',
  plannedMeaning: 'Once the order is filled, say below at what price.',
  followed: (share: string) => `Followed ${share}`,
  risks: (meant: string, most: string) => `Risks ${meant} of ${most}`,
  risk: (most: string) => `May risk ${most}`,
  amount: (amount: string) => `${amount} at most`,
  size: (most: string) => `size up to ${most}`,
  left: (count: string) => `${count} left today`,
};
