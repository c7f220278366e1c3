import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StorageFault } from '../workspace/index.ts';
import type { AnsweredRequest } from './log.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Figures that others hold; they are asked for when somebody looks. */
export interface Gauges {
  readonly streamsOpen: () => number;
  readonly workspacesOpen: () => number;
  /** Undefined before the first backup. */
  readonly lastBackupMs: () => number | undefined;
}

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** `outcomes` are those of the commands that shared one commit. */
  committed(outcomes: readonly string[], elapsedMs: number): void;
  answered(request: AnsweredRequest): void;
  storageFailed(kind: StorageFault['kind']): void;
}

export function openMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  watchGauges(registry, gauges);
  const commands = new Counter({
    name: 'taffrail_commands_total',
    help: 'Commands answered, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const commitSeconds = new Histogram({
    name: 'taffrail_commit_seconds',
    help: 'Time from the start of a commit until it is durable.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers,
  });
  const batchSize = new Histogram({
    name: 'taffrail_commit_batch_size',
    help: 'Commands that shared one commit.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'taffrail_http_request_seconds',
    help: 'Time to answer a request, by the pattern of its route.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const faults = new Counter({
    name: 'taffrail_storage_faults_total',
    help: 'Times storage said no, by kind.',
    labelNames: ['kind'],
    registers,
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    committed(outcomes, elapsedMs) {
      for (const outcome of outcomes) commands.inc({ outcome });
      commitSeconds.observe(elapsedMs / 1000);
      batchSize.observe(outcomes.length);
    },
    answered({ route, method, status, elapsedMs }) {
      // Anyone may invent a method; a label must not grow with them.
      requestSeconds.observe({ route, method: METHODS.has(method) ? method : 'other', status }, elapsedMs / 1000);
    },
    storageFailed: (kind) => faults.inc({ kind }),
  };
}

function watchGauges(registry: Registry, { streamsOpen, workspacesOpen, lastBackupMs }: Gauges): void {
  const watch = (name: string, help: string, read: () => number): void => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
  };
  watch('taffrail_streams_open', 'Event streams that somebody follows.', streamsOpen);
  watch('taffrail_workspaces_open', 'Workspaces held open.', workspacesOpen);
  watch(
    'taffrail_last_backup_timestamp_seconds',
    'When the newest backup was made; 0 before the first.',
    () => (lastBackupMs() ?? 0) / 1000,
  );
}
