// Test data that lies outside the project, in the folder that LECTERN_SHARED names.
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './places.mjs';

const sets = ['corpus/report.txt', 'eval/names', 'fixtures'];

export function sharedFolder() {
	return path.resolve(projectRoot, process.env.LECTERN_SHARED ?? '../shared');
}

/** The sets that tests would use and that are not there. */
export function missingSets() {
	return sets.filter((set) => !fs.existsSync(path.join(sharedFolder(), set)));
}
