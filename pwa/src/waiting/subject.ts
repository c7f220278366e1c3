import type { Command, Json } from '@taffrail/domain/kernel';
import type { Replica } from '@taffrail/replica';

/** What a change is about, by the name the trader gave it. */
export async function subjectOf(
  replica: Replica,
  aggregateType: string,
  { aggregate_id, payload }: Pick<Command, 'aggregate_id' | 'payload'>,
): Promise<string | undefined> {
  const state = (await replica.state<Json>(aggregateType, aggregate_id))?.state;
  const name = nameIn(state) ?? nameIn(payload);
  if (name !== undefined) return name;
  const position_id = textIn(state, 'position_id') ?? textIn(payload, 'position_id');
  return position_id === undefined ? undefined : nameIn((await replica.state<Json>('position', position_id))?.state);
}

const NAMES = ['symbol', 'name', 'file_name'];

function nameIn(value: Json | undefined): string | undefined {
  return NAMES.map((field) => textIn(value, field)).find((name) => name !== undefined);
}

function textIn(value: Json | undefined, field: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as { readonly [name: string]: Json })[field] : undefined;
  return typeof found === 'string' ? found : undefined;
}
