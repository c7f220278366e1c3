import type { Command, Json } from '@taffrail/domain/kernel';
import type { Replica } from '@taffrail/replica';

/** What a change is about, by the name the trader gave it. */
export async function subjectOf(
  replica: Replica,
  aggregateType: string,
  { aggregate_id, payload }: Pick<Command, 'aggregate_id' | 'payload'>,
): Promise<string | undefined> {
  const state = (await replica.state<Json>(aggregateType, aggregate_id))?.state;
  const name = nameIn(state) ?? nameIn(payload) ?? nameIn(fieldIn(payload, 'content'));
  if (name !== undefined) return name;
  const subject = fieldIn(state, 'subject') ?? fieldIn(payload, 'subject');
  const symbol = nameIn(subject);
  if (symbol !== undefined) return symbol;
  const position_id = textIn(state, 'position_id') ?? textIn(payload, 'position_id') ?? textIn(subject, 'id');
  return position_id === undefined ? undefined : nameIn((await replica.state<Json>('position', position_id))?.state);
}

const NAMES = ['symbol', 'name', 'file_name'];

function nameIn(value: Json | undefined): string | undefined {
  return NAMES.map((field) => textIn(value, field)).find((name) => name !== undefined);
}

function textIn(value: Json | undefined, field: string): string | undefined {
  const found = fieldIn(value, field);
  return typeof found === 'string' ? found : undefined;
}

function fieldIn(value: Json | undefined, field: string): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [name: string]: Json })[field] : undefined;
}
