import { html } from 'hono/html';
import type { Field } from './fields.ts';
import { prose, type Html } from './prose.ts';

export function fieldList(title: string, fields: readonly Field[]): Html | '' {
  return fields.length === 0
    ? ''
    : html`<h4>${title}</h4>
        <dl>${fields.map(fieldRow)}</dl>`;
}

export function fieldRow({ name, type, required, notes }: Field): Html {
  const kind = type ? html`<span class="type">${type}</span>` : '';
  const needed = required ? html`<span class="needed">required</span>` : '';
  return html`<div class="row">
    <dt><code>${nameParts(name)}</code>${kind}${needed}</dt>
    <dd>${prose(notes.map(sentence).join(' '))}</dd>
  </div>`;
}

const sentence = (note: string): string => `${note.charAt(0).toUpperCase()}${note.slice(1)}${note.endsWith('.') ? '' : '.'}`;

/** The way to a field steps back behind the field itself. */
function nameParts(name: string): Html {
  const last = name.lastIndexOf('.') + 1;
  return html`<span class="inside">${name.slice(0, last)}</span>${name.slice(last)}`;
}
