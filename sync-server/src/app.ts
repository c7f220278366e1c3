import { Hono } from 'hono';
import { contextRoutes, serverContexts } from './contexts.ts';
import { coreRoutes, mount, mountDocs, type App, type Edge, type Route } from './http/index.ts';
import { documentRoutes, type DocumentParts } from './rooms/index.ts';
import { secretRoutes } from './secrets/index.ts';

/** Every route there is. What is about people, who they are and what they are told, belongs to no book. */
export const routesOf = (documents: DocumentParts, peopleRoutes: readonly Route[]): readonly Route[] => [
  ...contextRoutes,
  ...documentRoutes(documents),
  ...secretRoutes,
  ...coreRoutes,
  ...peopleRoutes,
];

/** All doors in one building: the server opens it to the network, a test walks in directly. */
export function buildApp(edge: Edge, documents: DocumentParts, peopleRoutes: readonly Route[] = []): App {
  const app: App = new Hono();
  const routes = routesOf(documents, peopleRoutes);
  mount(app, routes, edge);
  mountDocs(app, { routes, contexts: serverContexts.map(({ context }) => context) });
  return app;
}
