import type { CommandRule, Context } from '@taffrail/domain/kernel';
import { html, raw } from 'hono/html';
import { RULES_DO_NOT_ALLOW, statusByCode, statusOf } from '../problem.ts';
import type { Route } from '../route.ts';
import { basics } from './basics.ts';
import { entry, entryAnchor } from './entry.ts';
import { fieldRow } from './fieldRows.ts';
import type { Html } from './prose.ts';
import { answeredFields, sentFields, type Field } from './fields.ts';
import type { Api } from './openapi.ts';
import { styleElement } from './style.ts';
import { anchorOf, spoken, withArticle } from './words.ts';

/** The API for people: the same table of routes, as one page that needs nothing else. */
export function docsPage({ routes, contexts }: Api, origin: string): Html {
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const commands = contexts.flatMap((context) => context.commands);
  const aggregates = contexts.flatMap((context) => context.aggregates);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Taffrail API</title>
        ${raw(styleElement)}
      </head>
      <body>
        <div class="frame">
          ${navigation(routes, tags)}
          <main>
            <h1 id="top">Taffrail API</h1>
            <p class="lead">
              Everything the faces of Taffrail can do, a script can do here. Also as an <a href="/api/openapi.json">OpenAPI document</a>.
            </p>
            <div class="basics">
              ${basics.map(
                ({ title, text }) =>
                  html`<div>
                    <h3>${title}</h3>
                    <p>${text}</p>
                  </div>`,
              )}
            </div>
            ${tags.map(
              (tag) =>
                html`<section>
                  <h2 id="${anchorOf(tag)}">${tag}</h2>
                  ${routes.filter((route) => route.tag === tag).map((route) => entry(route, origin))}
                </section>`,
            )}
            <section>
              <h2 id="commands">Commands</h2>
              <p class="lead">What POST /api/commands takes as type and payload. The other endpoints are doors to the same commands.</p>
              ${commands.map(({ type, aggregate, stance, payload }) => folded(type, stanceText[stance](withArticle(aggregate)), sentFields(payload)))}
            </section>
            <section>
              <h2 id="events">Events</h2>
              <p class="lead">What the log and its streams carry. Every event has the same envelope; its payload depends on its type.</p>
              ${aggregates.flatMap(({ type: aggregate, facts }) =>
                Object.entries(facts).map(([type, payload]) => folded(type, spoken(aggregate), answeredFields(payload))),
              )}
            </section>
            <section>
              <h2 id="problems">Problems</h2>
              <p class="lead">Every code there is, by status. What a rule of trading does not allow has status ${RULES_DO_NOT_ALLOW}.</p>
              <dl>${[...new Set(Object.values(statusByCode))].toSorted().map((status) => problemRow(status, contexts))}</dl>
            </section>
          </main>
        </div>
      </body>
    </html>`;
}

function navigation(routes: readonly Route[], tags: readonly string[]): Html {
  const list = html`<div class="list">
    <ul>
      <li>
        <a href="#top"><b>Taffrail API</b></a>
      </li>
    </ul>
    ${tags.map(
      (tag) =>
        html`<h2>${tag}</h2>
          <ul>
            ${routes.filter((route) => route.tag === tag).map((route) => html`<li><a href="#${entryAnchor(route)}">${route.summary}</a></li>`)}
          </ul>`,
    )}
    <h2>Reference</h2>
    <ul>
      <li><a href="#commands">Commands</a></li>
      <li><a href="#events">Events</a></li>
      <li><a href="#problems">Problems</a></li>
    </ul>
  </div>`;
  return html`<nav aria-label="Contents">
    <details>
      <summary>Contents</summary>
      ${list}
    </details>
  </nav>`;
}

function folded(name: string, about: string, fields: readonly Field[]): Html {
  const head = html`<code>${name}</code><span class="about">${about}</span>`;
  if (fields.length === 0) return html`<div class="folded flat"><div>${head}</div></div>`;
  return html`<details class="folded">
    <summary>${head}</summary>
    <dl>${fields.map(fieldRow)}</dl>
  </details>`;
}

const stanceText: { readonly [Stance in CommandRule['stance']]: (noun: string) => string } = {
  creates: (noun) => `makes ${noun}`,
  appends: (noun) => `adds to ${noun}`,
  edits: (noun) => `changes ${noun}; needs expected_version`,
  puts: (noun) => `makes or changes ${noun}`,
};

function problemRow(status: number, contexts: readonly Context[]): Html {
  const shared = Object.keys(statusByCode).filter((code) => statusOf(code) === status);
  const ofRules = status === RULES_DO_NOT_ALLOW ? contexts.flatMap(({ refusals }) => Object.keys(refusals)) : [];
  return html`<div class="row wide">
    <dt class="status">${status}</dt>
    <dd>${[...shared, ...ofRules].map((code) => html`<code class="code">${code}</code> `)}</dd>
  </div>`;
}
