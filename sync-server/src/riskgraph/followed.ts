import type { Position } from '@taffrail/domain/tradelog';

/** Whose risk is worked out without anybody asking: positions with options in them that are planned or held. */
export const isFollowed = ({ status, legs, merged_into }: Position): boolean =>
  status !== 'closed' && merged_into === null && legs.some(({ instrument_type }) => instrument_type === 'option');
