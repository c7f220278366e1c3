import { isStream, type Route } from '../route.ts';
import { headersOf } from './headerText.ts';
import { parametersOf, sentSchema } from './jsonSchema.ts';
import { sampleOf } from './sample.ts';

/** A request to copy into a terminal. */
export function curlOf(route: Route, origin: string): string {
  const url = `${origin}${exampleTarget(route)}`;
  if (isStream(route)) return `curl -N '${url}?last_seq=0'`;
  const method = route.method === 'GET' ? [] : [`-X ${route.method}`];
  const headers = headersOf(route.headers).map(({ name, example }) => `-H '${name}: ${example}'`);
  const body = route.body ? ["-H 'Content-Type: application/json'", `-d '${quoted(sampleOf(sentSchema(route.body)))}'`] : [];
  const file = route.file ? [`-H 'Content-Type: ${route.file.mediaTypes[0]}'`, "--data-binary '@file'"] : [];
  return [`curl ${[...method, `'${url}'`].join(' ')}`, ...headers, ...body, ...file].join(' \\\n  ');
}

function exampleTarget(route: Route): string {
  if (isStream(route)) return route.path;
  const samples = new Map(parametersOf(route.params).map(({ name, schema }) => [name, String(sampleOf(schema))]));
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => samples.get(name) ?? name);
  const needed = parametersOf(route.query).filter(({ required }) => required);
  const search = needed.map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema)))}`).join('&');
  return search ? `${path}?${search}` : path;
}

/** JSON inside the single quotes of a shell. */
const quoted = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll("'", String.raw`'\''`);
