import type { App } from '../http/index.ts';
import { alive, readiness, type HealthProbes } from './health.ts';
import type { Metrics } from './metrics.ts';

/** What whoever runs the server asks: is it alive, may traffic be sent to it, and how is it doing. */
export function mountOperations(app: App, probes: HealthProbes, metrics: Metrics): void {
  app.get('/healthz', () => Response.json(alive));
  app.get('/readyz', () => {
    const found = readiness(probes);
    return Response.json(found, { status: found.status === 'fail' ? 503 : 200 });
  });
  app.get('/metrics', async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }));
}
