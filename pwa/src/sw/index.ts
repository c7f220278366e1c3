export { workerMessages } from './messages.ts';
export { forgetShared, readShared, type Shared } from './shared.ts';
