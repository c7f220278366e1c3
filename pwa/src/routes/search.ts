import { decoded } from './escapes.ts';

/** How one parameter is read from an address and written into it. Undefined is written by leaving it out. */
export interface Param<T> {
  read(text: string | null): T;
  write(value: T): string | undefined;
}

export const textParam: Param<string> = {
  read: (text) => text ?? '',
  write: (value) => value || undefined,
};

/** One of a closed set; whatever else an address says is as if it said nothing. */
export function choiceParam<const T extends string>(choices: readonly T[]): Param<T | undefined> {
  return {
    read: (text) => choices.find((choice) => choice === text),
    write: (value) => value,
  };
}

export const listParam: Param<readonly string[]> = {
  read: (text) => (text === null || text === '' ? [] : text.split(',').map(decoded)),
  write: (value) => (value.length === 0 ? undefined : value.map((part) => encodeURIComponent(part)).join(',')),
};

export type Params = { readonly [name: string]: { read(text: string | null): unknown; write(value: never): string | undefined } };
export type ValuesOf<T extends Params> = { readonly [Name in keyof T]: ReturnType<T[Name]['read']> };

export function readSearch<const T extends Params>(params: T, search: string): ValuesOf<T> {
  const given = new URLSearchParams(search);
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.read(given.get(name))])) as ValuesOf<T>;
}

export function writtenSearch<const T extends Params>(params: T, search: string, changes: Partial<ValuesOf<T>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    const text = params[name]?.write(value as never);
    if (text === undefined) next.delete(name);
    else next.set(name, text);
  }
  return next;
}
