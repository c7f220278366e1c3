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
    'strategy_added (also of one that is put back), strategy_updated and strategy_removed, each with its fact. Facts of templates, of views of the ' +
    'market and RiskArtifactComputed come as plain messages.',
  tag: 'Streams',
  who: 'viewer',
  follows: domain.aggregates.map(({ type }) => type),
  eventNames: {
    StrategyAdded: 'strategy_added',
    StrategyRestored: 'strategy_added',
    StrategyChanged: 'strategy_updated',
    StrategyRemoved: 'strategy_removed',
  },
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
