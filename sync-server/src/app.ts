import { Hono } from 'hono';
import { contextRoutes } from './contexts.ts';
import { coreRoutes, mount, type App, type Edge } from './http/index.ts';

/** All doors in one building: the server opens it to the network, a test walks in directly. */
export function buildApp(edge: Edge): App {
  const app: App = new Hono();
  mount(app, [...coreRoutes, ...contextRoutes], edge);
  return app;
}
