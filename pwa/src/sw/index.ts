export { workerMessages, type Shows } from './messages.ts';
export { forgetShared, readShared, type Shared } from './shared.ts';
