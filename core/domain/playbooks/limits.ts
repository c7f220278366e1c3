export const LONGEST_PLAYBOOK_NAME = 128;
export const LONGEST_KEY = 128;
export const LONGEST_LABEL = 200;
export const LONGEST_HELP = 500;
export const LONGEST_OPTION = 100;
export const LONGEST_BINDING = 50;
/** What is typed into a field. */
export const LONGEST_ANSWER = 2_000;
export const LONGEST_URL = 2_000;
export const LONGEST_EVIDENCE_NOTE = 500;

export const MOST_VERSIONS = 1_000;
export const MOST_FIELDS = 200;
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 50;
export const MOST_BINDINGS = 50;
export const MOST_EVIDENCE = 200;

export const WEIGHT_PLACES = 4;
export const HEAVIEST_WEIGHT = '1000';
export const HIGHEST_RATING = 10;
export const USUAL_RATING = { min: '1', max: '5' } as const;

/** Of all its patterns together: each costs so many for every character of an answer, and evaluating must not keep others waiting. */
export const MOST_PATTERN_STEPS = 4_000;

/** A playbook or a response as JSON, all of it together: it has to cross the wire in one command. */
export const MOST_PLAYBOOK_CHARACTERS = 200_000;
export const MOST_RESPONSE_CHARACTERS = 250_000;

/** A score is shown with so many places, rounded down. */
export const SCORE_PLACES = 4;
