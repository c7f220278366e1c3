import { riskgraph as domain } from '@taffrail/domain/riskgraph';
import { defineStream, type Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { riskgraphExportFiles } from './exportFiles.ts';
import { riskgraphJobs, riskgraphJobsOf } from './jobs.ts';
import { artifactRoutes } from './routes/artifacts.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { marketViewRoutes } from './routes/marketViews.ts';
import { strategyRoutes } from './routes/strategies.ts';
import { templateRoutes } from './routes/templates.ts';
import { riskgraphMigrations, riskgraphProjections, riskgraphTables } from './tables.ts';

export const riskgraph: ServerContext = {
  context: domain,
  migrations: riskgraphMigrations,
  tables: riskgraphTables,
  projections: riskgraphProjections,
  jobsOf: riskgraphJobsOf,
  jobs: riskgraphJobs,
  exportFiles: riskgraphExportFiles,
};

const followRiskGraph = defineStream({
  path: '/sse/risk-graph',
  summary: 'Follow the risk graph',
  description:
    'StrategyAdded, StrategyChanged, StrategyRemoved and StrategyRestored, templates, views of the market, RiskArtifactComputed.',
  tag: 'Streams',
  who: 'viewer',
  follows: domain.aggregates.map(({ type }) => type),
});

export const riskgraphRoutes: readonly Route[] = [
  ...bulkRoutes,
  ...strategyRoutes,
  ...templateRoutes,
  ...marketViewRoutes,
  ...artifactRoutes,
  followRiskGraph,
];

export { sharingRoutes } from './routes/sharing.ts';
