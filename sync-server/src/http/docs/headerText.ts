import { limits } from '../limits.ts';
import type { HeaderUse } from '../headers.ts';

export interface HeaderText {
  readonly name: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly example: string;
}

/** The headers a route heeds, in words. */
export function headersOf({ ifMatch, idempotencyKey }: HeaderUse = {}): HeaderText[] {
  return [
    ...(ifMatch
      ? [
          {
            name: 'If-Match',
            required: ifMatch === 'required',
            meaning: 'The version this change was made on. Refused with the current one when it is no longer true.',
            example: '7',
          },
        ]
      : []),
    ...(idempotencyKey
      ? [
          {
            name: 'Idempotency-Key',
            required: false,
            meaning: `Chosen by you, at most ${limits.idempotencyKeyChars} characters. The same request under the same key is done once, however often it is sent.`,
            example: 'a-key-of-yours',
          },
        ]
      : []),
  ];
}
