import { Hono } from 'hono';
import { contextRoutes, serverContexts } from './contexts.ts';
import { coreRoutes, mount, mountDocs, type App, type Edge, type Route } from './http/index.ts';

/** All doors in one building: the server opens it to the network, a test walks in directly. */
export function buildApp(edge: Edge, identityRoutes: readonly Route[] = []): App {
  const app: App = new Hono();
  const routes = [...contextRoutes, ...coreRoutes, ...identityRoutes];
  mount(app, routes, edge);
  mountDocs(app, { routes, contexts: serverContexts.map(({ context }) => context) });
  app.get('/', (context) => context.redirect('/api/docs'));
  // The link that claims a server ends in its token, which a browser keeps to itself; this shows what to do with it.
  app.get('/setup', (context) => context.redirect('/api/docs#post-api-identity-setup'));
  return app;
}
