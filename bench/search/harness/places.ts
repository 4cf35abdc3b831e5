import path from 'node:path';
import { projectRoot } from '../../../e2e/fixtures/places.ts';

/** Corpora, indexes and results: large, and worth keeping from one run to the next. */
export const benchCache = path.join(projectRoot, 'node_modules/.cache/lectern/bench-search');
