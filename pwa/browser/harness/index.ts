export type { Device, DeviceOptions } from './device.ts';
export { onStage, type Stage, type StageServer } from './stage.ts';
