export { openNotify, type Notify, type NotifyParts } from './notify.ts';
export { isPublicAddress } from './push/addresses.ts';
export { openPushDoor, type PushDoor } from './push/pushDoor.ts';
export { serverKeyIn } from './push/serverKey.ts';
export { REMIND_JOB } from './reminding.ts';
