import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { redact } from './redact.ts';

/** No child loggers: what is bound to one is written without passing `redact`. */
export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern that matched, such as /api/positions/:id: a path or a query may carry what nobody should read here. */
  readonly route: string;
  readonly status: number;
  readonly elapsedMs: number;
}

/** One JSON object a line on standard output, secrets hidden. */
export function openLog(level: Config['logLevel'], destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: redact },
    // `redact` has made plain fields of the error already.
    serializers: { err: (err: unknown) => err },
  };
  return destination ? pino(options, destination) : pino(options);
}

export function logRequest(log: Log, { method, route, status, elapsedMs }: AnsweredRequest): void {
  log.info({ method, route, status, ms: Math.round(elapsedMs * 10) / 10 }, 'request');
}
