export { keyFile, memoryKey, type KeySource } from './key.ts';
export { secretRoutes } from './routes.ts';
export { openPersonVault, openVault } from './vault.ts';
