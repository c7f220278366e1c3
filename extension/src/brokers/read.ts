import { type Adapter, type FieldName, fieldNames } from './adapter.ts';
import { fieldFound, type Found, type Views } from './field.ts';
import { markOf } from './mark.ts';
import type { FieldReadings, TicketReading } from './reading.ts';
import { contradictionsIn } from './submit.ts';
import { viewOf } from './view.ts';

/** What a ticket says. Whatever the page and the adapter are like, it comes back with what it knows and does not throw. */
export function readTicket(adapter: Adapter, root: Element): TicketReading {
  const found = fieldsFound(adapter, root);
  const fields = Object.fromEntries(fieldNames.map((name) => [name, found[name].reading])) as FieldReadings;
  return {
    adapter_id: adapter.id,
    adapter_version: adapter.adapter_version,
    fields,
    check_the_ticket: orIfItFails(() => contradictionsIn(fields, adapter, viewsOf(root)), []),
    changed: fieldNames.filter((name) => looksDifferent(adapter, name, found[name])),
  };
}

/** What the fields look like now, for whoever keeps an adapter that was just made. */
export function fingerprintOf(adapter: Adapter, root: Element): NonNullable<Adapter['fingerprint']> {
  const found = fieldsFound(adapter, root);
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const { element } = found[name];
      return element === undefined ? [] : [[name, markOf(element)]];
    }),
  );
}

function fieldsFound(adapter: Adapter, root: Element): { readonly [Name in FieldName]: Found } {
  const views = viewsOf(root);
  const failed: Found = { reading: { state: 'unreadable', why: 'failed' } };
  return Object.fromEntries(fieldNames.map((name) => [name, orIfItFails(() => fieldFound(name, adapter, views), failed)])) as {
    [Name in FieldName]: Found;
  };
}

const viewsOf = (root: Element): Views => ({ ticket: viewOf(root), page: viewOf(root.ownerDocument), document: root.ownerDocument });

function looksDifferent({ fingerprint }: Adapter, name: FieldName, { element }: Found): boolean {
  const mark = fingerprint?.[name];
  return mark !== undefined && element !== undefined && mark !== markOf(element);
}

function orIfItFails<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
