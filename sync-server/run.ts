import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of a start is compiling; what was compiled once is read the next time.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./src/main.ts');
