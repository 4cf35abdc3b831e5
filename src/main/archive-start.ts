import { join } from 'node:path';
import type { ArchiveProcessOptions } from './archive-messages.ts';
import { runCompiled } from './compiled-scripts.ts';

// How main starts the archive process: everything waits for it, and half of its start would be parsing.
const { compiledFolder } = JSON.parse(process.argv.at(-1) ?? '') as ArchiveProcessOptions;
runCompiled(join(import.meta.dirname, 'archive-process.cjs'), compiledFolder);
