export { barriersOn } from './axe.ts';
export { giveBook } from './book.ts';
export type { Device, DeviceOptions } from './device.ts';
export { withEditions, type Editions } from './editions.ts';
export { fillBook } from './fillBook.ts';
export { newId, tell, type Told } from './tell.ts';
export { onStage, type Stage, type StageServer } from './stage.ts';
export { readyOffline, theApp } from './steps.ts';
export { claims, fillsIn, opensFirstAccount, OWNER, proves, setupLink, signsIn, standing, VIEWER } from './people.ts';
