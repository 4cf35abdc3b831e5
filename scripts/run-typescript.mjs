// `node scripts/run-typescript.mjs FILE [ARGUMENT…]`: runs a TypeScript file that imports from src as the app's build
// does (`#shared/…`, `.sql?raw`), which Node alone cannot.
import path from 'node:path';
import { runnerImport } from 'vite';
import { projectRoot } from './setup/places.mjs';

const file = path.resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, file);
await runnerImport(file, { root: projectRoot, configFile: false, logLevel: 'warn' });
