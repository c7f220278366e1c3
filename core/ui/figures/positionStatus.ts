/** How far a trade has come. */
export type PositionStatus = 'planned' | 'open' | 'closed' | 'given_up';
