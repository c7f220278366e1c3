export { readBackup, readBackupHeader, writeBackup, type BackupOrder } from './backupFile.ts';
export type { BackupHeader } from './backupHeader.ts';
export { backupShelfIn, type BackupShelf, type ShelvedBackup } from './backupShelf.ts';
export { readConfig, type Config, type ConfigProblems } from './config.ts';
export { openDiskProbe, type DiskProbe } from './diskProbe.ts';
export { alive, readiness, type Check, type HealthProbes, type Readiness } from './health.ts';
export { logRequest, openLog, type AnsweredRequest, type Log } from './log.ts';
export { openMetrics, type Gauges, type Metrics } from './metrics.ts';
export { takeBackup, type BackupRound, type TakenBackup } from './takeBackup.ts';
