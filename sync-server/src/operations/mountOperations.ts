import type { Context } from 'hono';
import { httpRefusals, isFromThisMachine, problem, type App, type Bindings } from '../http/index.ts';
import { alive, readiness, type HealthProbes } from './health.ts';
import type { Metrics } from './metrics.ts';

/**
 * What whoever runs the server asks: is it alive, may traffic be sent to it, and how is it doing. Anyone may know that it lives;
 * the rest is for whoever sits at the machine.
 */
export function mountOperations(app: App, probes: HealthProbes, metrics: Metrics): void {
  app.get('/healthz', () => Response.json(alive));
  app.get('/readyz', (context) => {
    if (!isLocal(context)) return nothingHere(context);
    const found = readiness(probes);
    return Response.json(found, { status: found.status === 'fail' ? 503 : 200 });
  });
  app.get('/metrics', async (context) => {
    if (!isLocal(context)) return nothingHere(context);
    return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } });
  });
}

const isLocal = ({ req, env }: Context<{ Bindings: Bindings }>): boolean =>
  isFromThisMachine(env.incoming?.socket.remoteAddress, req.header('x-forwarded-for'));

const nothingHere = ({ req }: Context): Response => problem(httpRefusals.no_such_path({ path: req.path }));
