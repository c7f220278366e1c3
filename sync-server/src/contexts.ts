import { attachmentRoutes, attachments } from './attachments/index.ts';
import { conduct, conductRoutes } from './conduct/index.ts';
import { discipline, disciplineRoutes } from './discipline/index.ts';
import type { Route } from './http/index.ts';
import { phaseRoutes, phases } from './phases/index.ts';
import { playbookRoutes, playbooks } from './playbooks/index.ts';
import { tradelog, tradelogRoutes } from './tradelog/index.ts';
import { riskgraph, riskgraphRoutes } from './riskgraph/index.ts';
import type { ServerContext } from './workspace/index.ts';

/** Every context on the server, with its doors. A new one is a line in each list. */
export const serverContexts: readonly ServerContext[] = [tradelog, attachments, playbooks, discipline, phases, riskgraph, conduct];

export const contextRoutes: readonly Route[] = [
  ...tradelogRoutes,
  ...attachmentRoutes,
  ...playbookRoutes,
  ...disciplineRoutes,
  ...phaseRoutes,
  ...riskgraphRoutes,
  ...conductRoutes,
];
