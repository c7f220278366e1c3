import { refusalsFrom } from '@taffrail/domain/kernel';

/** What only the doors can get wrong; the rules never see it. */
export const doorRefusals = refusalsFrom({
  nothing_stands_against: () => 'Nothing stands against a trade in this account now, so there is nothing to override.',
  too_many_days: (d: { days: number; limit: number }) =>
    `From the first day to the last are ${d.days} days; ask for at most ${d.limit} at once.`,
  days_in_wrong_order: (d: { from: string; to: string }) =>
    `The last day (${d.to}) comes before the first (${d.from}); ask the other way round.`,
  override_password_not_set: () =>
    'No override password has been set for this book. An owner sets one in the settings of phases; until then, phases are earned.',
  override_password_lost: () =>
    'The override password cannot be checked, because the key it was sealed with (secret.key in the data folder) is not there. Put that file back, or set the password again.',
  override_password_wrong: () => 'The override password was wrong. The attempt is on the record.',
  no_account_in: (d: { currency: string }) => `No account is in ${d.currency}; open one, or name another currency.`,
});
