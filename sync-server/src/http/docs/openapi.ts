import type { Context } from '@taffrail/domain/kernel';
import { eventSchema } from '@taffrail/sync';
import type { z } from 'zod';
import { streamQuerySchema } from '../cursor.ts';
import { problemSchema } from '../problem.ts';
import { isStream, methodOf, type Endpoint, type Route, type Stream } from '../route.ts';
import { headersOf } from './headerText.ts';
import { answeredSchema, parametersOf, sentSchema, type JsonSchema } from './jsonSchema.ts';

/** What the document is written from: the doors, and the contexts whose commands and events pass through them. */
export interface Api {
  readonly routes: readonly Route[];
  readonly contexts: readonly Context[];
}

export function openApi({ routes, contexts }: Api): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const method = methodOf(route).toLowerCase();
    paths[path] = { ...paths[path], [method]: isStream(route) ? streamOperation(route) : operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Taffrail',
      version: '1',
      description: "The trader's log over HTTP. GET /api/docs shows the same for people.",
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        Problem: answeredSchema(problemSchema),
        Event: answeredSchema(eventSchema),
        ...Object.fromEntries(contexts.flatMap(eventSchemas)),
        ...Object.fromEntries(contexts.flatMap(commandSchemas)),
      },
      responses: {
        Problem: { description: 'What was refused, and why', content: { 'application/problem+json': { schema: ref('Problem') } } },
      },
    },
  };
}

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

function operation(route: Endpoint): object {
  const { body, file, answers } = route;
  return {
    ...described(route),
    parameters: [
      ...parametersOf(route.params).map((each) => ({ ...each, in: 'path', required: true })),
      ...parametersOf(route.query).map((each) => ({ ...each, in: 'query' })),
      ...headersOf(route.headers).map(({ name, required, meaning }) => ({
        name,
        in: 'header',
        required,
        description: meaning,
        schema: { type: 'string' },
      })),
    ],
    ...(body && {
      requestBody: { required: !body.safeParse(undefined).success, content: { 'application/json': { schema: sentSchema(body) } } },
    }),
    ...(file && { requestBody: { required: true, content: contentOf(file.mediaTypes) } }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, description, schema, mediaTypes = [] }) => [
          String(status),
          {
            description,
            ...(schema && { content: { 'application/json': { schema: answeredSchema(schema) } } }),
            ...(mediaTypes.length > 0 && { content: contentOf(mediaTypes) }),
          },
        ]),
      ),
      default: problems,
    },
  };
}

/** OpenAPI 3.1 describes bytes by saying nothing about them. */
const contentOf = (mediaTypes: readonly string[]): object => Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}]));

function streamOperation(stream: Stream): object {
  return {
    ...described(stream),
    parameters: [
      ...parametersOf(streamQuerySchema).map((each) => ({ ...each, in: 'query' })),
      { name: 'Last-Event-ID', in: 'header', required: false, description: 'The id of the last event seen', schema: { type: 'string' } },
    ],
    responses: {
      '200': {
        description: 'Facts as they are recorded, one event each',
        headers: { 'Taffrail-Scope': { description: 'What you may do with this book', schema: { enum: ['read', 'write'] } } },
        content: { 'text/event-stream': { schema: eachEvent } },
      },
      default: problems,
    },
  };
}

/** OpenAPI 3.1 describes a stream as one text; what each `data` line of it holds is said by its content schema. */
const eachEvent = { type: 'string', contentMediaType: 'application/json', contentSchema: ref('Event') };

const problems = { $ref: '#/components/responses/Problem' };

function described({ path, summary, description, tag }: Route): object {
  return { operationId: `${summary} ${path}`.replaceAll(/[^A-Za-z0-9]+/g, '_'), summary, ...(description && { description }), tags: [tag] };
}

function eventSchemas(context: Context): [string, JsonSchema][] {
  return context.aggregates.flatMap(({ type: aggregateType, facts }) =>
    Object.entries(facts).map(([type, payload]): [string, JsonSchema] => [
      `${type}Event`,
      {
        allOf: [ref('Event')],
        properties: { type: { const: type }, aggregate_type: { const: aggregateType }, payload: answeredSchema(payload) },
      },
    ]),
  );
}

function commandSchemas(context: Context): [string, JsonSchema][] {
  return context.commands.map(({ type, payload }) => [
    `${type}Command`,
    { properties: { type: { const: type }, payload: sentSchema(payload as z.ZodType) }, required: ['type', 'payload'] },
  ]);
}
