import { Hono } from 'hono';
import { contextRoutes, serverContexts } from './contexts.ts';
import { coreRoutes, mount, mountDocs, type App, type Edge } from './http/index.ts';
import { documentRoutes, type Rooms } from './rooms/index.ts';
import { secretRoutes } from './secrets/index.ts';

/** All doors in one building: the server opens it to the network, a test walks in directly. */
export function buildApp(edge: Edge, rooms: Rooms): App {
  const app: App = new Hono();
  const routes = [...contextRoutes, ...coreRoutes, ...secretRoutes, ...documentRoutes(rooms)];
  mount(app, routes, edge);
  mountDocs(app, { routes, contexts: serverContexts.map(({ context }) => context) });
  app.get('/', (context) => context.redirect('/api/docs'));
  return app;
}
