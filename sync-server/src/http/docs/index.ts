import { createHash } from 'node:crypto';
import type { App } from '../mount.ts';
import { docsPage } from './docsPage.ts';
import { openApi, type Api } from './openapi.ts';
import { style } from './style.ts';

export type { Api } from './openapi.ts';

/** The page brings its style with it: the one text a browser may take as such is known by its hash. */
const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Describes the routes, for programs and for people. Written when first asked for: a start should not wait for it. */
export function mountDocs(app: App, api: Api): void {
  let document: string | undefined;
  app.get(
    '/api/openapi.json',
    () => new Response((document ??= JSON.stringify(openApi(api))), { headers: { 'content-type': 'application/json' } }),
  );
  // A problem's type is a path; whoever follows it finds all of them explained.
  app.get('/problems/:code', (context) => context.redirect('/api/docs#problems'));
  app.get('/api/docs', async (context) => {
    const page = await docsPage(api, new URL(context.req.url).origin);
    return new Response(String(page), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy },
    });
  });
}
