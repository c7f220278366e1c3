import type { Refusal } from '@taffrail/domain/kernel';
import type { z } from 'zod';
import type { Admission, Who, WhoInside } from './admission.ts';
import type { HeaderUse, RequestHeaders } from './headers.ts';
import type { Refused } from './problem.ts';

/**
 * Endpoints are data: the same table serves requests, checks who may come in, and becomes the OpenAPI document.
 * A door parses nothing and decides nothing; it turns a request into commands or a query, and what comes back into an answer.
 */
export type Route = Endpoint | Stream;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Described {
  /** Hono's notation: `/api/positions/:id`. */
  readonly path: string;
  /** A few words, for lists. */
  readonly summary: string;
  /** What a caller should know before using it. */
  readonly description?: string;
  /** The heading it is listed under. */
  readonly tag: string;
}

export interface AnswerShape {
  readonly status: number;
  readonly description: string;
  readonly schema?: z.ZodType;
  /** What else than JSON it may be. */
  readonly mediaTypes?: readonly string[];
}

export interface FileUse {
  readonly mediaTypes: readonly string[];
  readonly limitBytes: number;
}

interface EndpointOf<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, W extends Who> extends Described {
  readonly method: Method;
  readonly who: W;
  readonly params?: Params;
  readonly query?: Query;
  /** A schema that accepts `undefined` makes the body optional; without a schema none is taken. */
  readonly body?: Body;
  /** Takes a file as the body, as it is, in place of JSON. */
  readonly file?: FileUse;
  readonly headers?: HeaderUse;
  /** What it answers when all is well. Refusals need no listing: they are problems, everywhere. */
  readonly answers: readonly AnswerShape[];
  readonly door: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>, W>) => DoorAnswer | Promise<DoorAnswer>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a table of routes is heterogeneous; each is typed where it is written
export type Endpoint = EndpointOf<any, any, any, any>;

export interface Sent<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Empty where the route takes none. */
  readonly file: Uint8Array;
  readonly headers: RequestHeaders;
}

/** What was sent, and by whom: as much of that as the route may rely on. */
export type Asked<Params, Query, Body, W extends Who = WhoInside> = Sent<Params, Query, Body> & Admission[W];

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  readonly file?: { readonly mediaType: string; readonly bytes: Uint8Array };
  /** In place of a body: a file of JSON lines. */
  readonly lines?: Iterable<unknown>;
  /** The version of what the body shows; becomes its ETag. */
  readonly version?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** A door may hand on a refusal as it is: of the domain, or of a command the workspace answered. */
export type DoorAnswer = Reply | Refused;

/** A stream of facts that can be resumed: GET, `text/event-stream`. */
export interface Stream extends Described {
  readonly who: WhoInside;
  /** The types of aggregates whose facts it carries. */
  readonly follows: readonly string[] | 'everything';
  /** What an event is called on this stream, by the type of its fact; what is not named here comes as a plain message. */
  readonly eventNames?: EventNames;
}

export type EventNames = { readonly [factType: string]: string };

/** Ties the types of a door to its schemas. Where a schema is left out, there is nothing of that kind. */
export function defineRoute<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  const W extends Who = Who,
>(route: EndpointOf<Params, Query, Body, W>): Endpoint {
  return route;
}

export function defineStream(stream: Stream): Stream {
  return stream;
}

export const isStream = (route: Route): route is Stream => 'follows' in route;

export const methodOf = (route: Route): Method => (isStream(route) ? 'GET' : route.method);

export const isRefused = (answer: DoorAnswer | Refusal): answer is Refused => 'sentence' in answer;
