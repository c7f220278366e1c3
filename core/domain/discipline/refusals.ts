import { refusalsFrom } from '../kernel/index.ts';
import { MOST_RULES_CHARACTERS } from './limits.ts';

/** Everything discipline says no to, in the trader's words. */
export const refusals = refusalsFrom({
  rules_id_differs: (d: { rules_id: string; expected_id: string }) =>
    `The trading rules of a book have the id ${d.expected_id}, not ${d.rules_id}; there is one set of them.`,
  rules_unchanged: (d: { from: string }) => `These rules count already, since ${d.from}; change something before you save them.`,
  rules_not_from_today: (d: { from: string; today: string }) =>
    `Rules count from the day they are made on, and these say ${d.from} where it is ${d.today} in UTC; a day that is over keeps its rules.`,
  rules_too_long: (d: { characters: number }) =>
    `All rules together have at most ${MOST_RULES_CHARACTERS} characters; these have ${d.characters}. Name fewer symbols, hours or accounts.`,
  size_in_another_currency: (d: { account_id: string; currency: string; size_currency: string }) =>
    `The account ${d.account_id} is in ${d.currency}, and its size here in ${d.size_currency}; say its size in ${d.currency}.`,

  judgement_id_differs: (d: { judgement_id: string; expected_id: string }) =>
    `The judgement of this period has the id ${d.expected_id}, not ${d.judgement_id}; there is one for each.`,
  judgement_unchanged: (d: { scope: string; key: string }) =>
    `The ${d.scope} ${d.key} has been judged so already; judge it again when a trade or a rule has changed.`,
  finding_elsewhere: (d: { rule_key: string; scope: string; found: string; key: string }) =>
    `The finding ${d.rule_key} is about ${d.found}, not about the ${d.scope} ${d.key}; judge that one by itself.`,
  finding_twice: (d: { rule_key: string }) => `The finding ${d.rule_key} is there twice; a rule is broken once in each place.`,

  session_id_differs: (d: { session_id: string; expected_id: string }) =>
    `The session of this day and currency has the id ${d.expected_id}, not ${d.session_id}; there is one for each.`,
  session_in_the_future: (d: { session_date: string; today: string }) =>
    `The session of ${d.session_date} has not begun; it is ${d.today} in these accounts. Measure a day once it is there.`,
  session_unchanged: (d: { session_date: string }) => `The session of ${d.session_date} has been measured, and comes to the same.`,
  account_of_another_currency: (d: { account_id: string; account_currency: string; currency: string }) =>
    `The account ${d.account_id} is in ${d.account_currency} and this session in ${d.currency}; they do not add up. Measure it by itself.`,
});
