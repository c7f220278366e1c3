import { buildIfStale } from './buildIfStale.ts';

const startedMs = performance.now();
if (await buildIfStale()) console.log(`Built the app in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
