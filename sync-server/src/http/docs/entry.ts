import { html } from 'hono/html';
import { streamQuerySchema } from '../cursor.ts';
import { isStream, methodOf, type FileUse, type Route } from '../route.ts';
import { curlOf } from './curl.ts';
import { answeredFields, fieldOf, sentFields, type Field } from './fields.ts';
import { fieldList, fieldRow } from './fieldRows.ts';
import { headersOf } from './headerText.ts';
import { parametersOf } from './jsonSchema.ts';
import { prose, type Html } from './prose.ts';
import { anchorOf, spoken } from './words.ts';

export const entryAnchor = (route: Route): string => anchorOf(`${methodOf(route)} ${route.path}`);

/** One route: what it is for, what it takes, what it answers, and a request to copy. */
export function entry(route: Route, origin: string): Html {
  const answers = isStream(route) ? [] : route.answers;
  return html`<article class="entry" id="${entryAnchor(route)}">
    <h3>${route.summary}</h3>
    <div class="target"><b>${methodOf(route)}</b><span>${route.path.split('/').map(pathPart)}</span></div>
    ${route.description ? html`<p>${prose(route.description)}</p>` : ''}
    ${isStream(route) ? html`<p>${followsText(route.follows)}</p>` : ''} ${fieldList('Parameters', parameterFields(route))}
    ${fieldList('Headers', headerFields(route))} ${isStream(route) || !route.body ? '' : fieldList('Body', sentFields(route.body))}
    ${isStream(route) || !route.file ? '' : html`<p>${fileText(route.file)}</p>`}
    ${answers.map(({ status, description, schema }) => answer(status, description, schema && answeredFields(schema)))}
    <h4>Try it</h4>
    <pre tabindex="0"><code>${curlOf(route, origin)}</code></pre>
  </article>`;
}

function pathPart(part: string, index: number): Html {
  const slash = index === 0 ? '' : '/';
  return part.startsWith(':') ? html`${slash}<span class="part">{${part.slice(1)}}</span>` : html`${slash}${part}`;
}

function followsText(follows: readonly string[] | 'everything'): string {
  if (follows === 'everything') return 'Carries every event, of whatever kind.';
  return `Carries the events of ${follows.map(spoken).join(', ')}.`;
}

function fileText({ mediaTypes, limitBytes }: FileUse): string {
  return `The body is the file itself, at most ${limitBytes.toLocaleString('en')} bytes, sent as ${mediaTypes.join(', ')}.`;
}

function parameterFields(route: Route): Field[] {
  if (isStream(route)) return parametersOf(streamQuerySchema).map(({ name, schema, required }) => fieldOf(name, schema, required));
  const inPath = parametersOf(route.params).map(({ name, schema }) => fieldOf(name, schema, true));
  return [...inPath, ...parametersOf(route.query).map(({ name, schema, required }) => fieldOf(name, schema, required))];
}

const lastEventId: Field = {
  name: 'Last-Event-ID',
  type: '',
  required: false,
  notes: ['The id of the last event seen. Wins over last_seq.'],
};

function headerFields(route: Route): Field[] {
  if (isStream(route)) return [lastEventId];
  return headersOf(route.headers).map(({ name, required, meaning }) => ({ name, type: '', required, notes: [meaning] }));
}

function answer(status: number, description: string, fields: readonly Field[] = []): Html {
  const list =
    fields.length === 0
      ? ''
      : html`<details>
          <summary>Fields of the answer</summary>
          <dl>${fields.map(fieldRow)}</dl>
        </details>`;
  return html`<h4>Answer</h4>
    <dl>
      <div class="row wide">
        <dt class="status">${status}</dt>
        <dd>${description}</dd>
      </div>
    </dl>
    ${list}`;
}
