import type { Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { BookNow } from '../workspace/index.ts';

export function findAccount(book: Pick<BookNow, 'state'>, id: Id): Account | undefined {
  return book.state({ aggregate_type: 'account', aggregate_id: id })?.state as Account | undefined;
}
