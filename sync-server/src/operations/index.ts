export { readConfig, type Config } from './config.ts';
export { logRequest, openLog, type AnsweredRequest, type Log } from './log.ts';
export { openMetrics, type Metrics } from './metrics.ts';
