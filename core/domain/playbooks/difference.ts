import type { Json } from '../kernel/index.ts';
import type { Content } from './content.ts';
import type { Field } from './field.ts';

export interface Change {
  /** A name, or a path such as `risk_schedule.A`. */
  readonly what: string;
  /** Null where there was none. */
  readonly from: Json;
  readonly to: Json;
}

/** What a later version says otherwise than an earlier one. Places are counted from 1. */
export interface Difference {
  readonly changed: readonly Change[];
  readonly fields: {
    readonly added: readonly (FieldLine & { readonly place: number })[];
    readonly removed: readonly (FieldLine & { readonly place: number })[];
    readonly moved: readonly (FieldLine & { readonly from: number; readonly to: number })[];
    readonly changed: readonly (FieldLine & { readonly changes: readonly Change[] })[];
  };
}

type FieldLine = Pick<Field, 'key' | 'label'>;

export function differenceOf(from: Content, to: Content): Difference {
  const { fields: before, ...head } = from;
  const { fields: after, ...newHead } = to;
  const [placeBefore, placeAfter] = [placesOf(before), placesOf(after)];
  const kept = after.filter(({ key }) => placeBefore.has(key));
  return {
    changed: changesOf(head, newHead),
    fields: {
      added: after.filter(({ key }) => !placeBefore.has(key)).map((field) => ({ ...lineOf(field), place: placeOf(placeAfter, field) })),
      removed: before.filter(({ key }) => !placeAfter.has(key)).map((field) => ({ ...lineOf(field), place: placeOf(placeBefore, field) })),
      moved: movedAmong(kept, placeBefore).map((field) => ({
        ...lineOf(field),
        from: placeOf(placeBefore, field),
        to: placeOf(placeAfter, field),
      })),
      changed: kept.flatMap((field) => {
        const changes = changesOf(before[placeOf(placeBefore, field) - 1] ?? {}, field);
        return changes.length === 0 ? [] : [{ ...lineOf(field), changes }];
      }),
    },
  };
}

export function isSame({ changed, fields }: Difference): boolean {
  return [changed, fields.added, fields.removed, fields.moved, fields.changed].every((list) => list.length === 0);
}

const lineOf = ({ key, label }: Field): FieldLine => ({ key, label });

type Places = ReadonlyMap<string, number>;

const placesOf = (fields: readonly Field[]): Places => new Map(fields.map(({ key }, index) => [key, index + 1]));
const placeOf = (places: Places, { key }: Field): number => places.get(key) ?? 0;

function changesOf(from: object, to: object): readonly Change[] {
  const [before, after] = [leavesOf(from), leavesOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const change = { what, from: before.get(what) ?? null, to: after.get(what) ?? null };
    return JSON.stringify(change.from) === JSON.stringify(change.to) ? [] : [change];
  });
}

/** Every single value by its path; a list is one value. */
function leavesOf(value: object, path = ''): Map<string, Json> {
  const leaves = new Map<string, Json>();
  for (const [name, part] of Object.entries(value) as [string, Json][]) {
    const inner = isGroup(part) ? leavesOf(part, `${path}${name}.`) : [[`${path}${name}`, part] as const];
    for (const [leaf, worth] of inner) leaves.set(leaf, worth);
  }
  return leaves;
}

const isGroup = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As few fields as have to move for the others to stand in their old order: all but the longest rising run of old places. */
function movedAmong(fields: readonly Field[], placeBefore: Places): readonly Field[] {
  const runs: Field[][] = [];
  for (const field of fields) {
    const place = placeOf(placeBefore, field);
    const endsBefore = (run: readonly Field[]): boolean => placeOf(placeBefore, run.at(-1) ?? field) < place;
    const longest = runs.findLastIndex(endsBefore);
    // The run of each length that ends earliest leaves most room for what comes after.
    runs[longest + 1] = [...(runs[longest] ?? []), field];
  }
  const standing = new Set(runs.at(-1));
  return fields.filter((field) => !standing.has(field));
}
