import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Path of a file among the outside data (LECTERN_SHARED, default beside the project); null where it is not there. */
export function sharedData(path: string): string | null {
	const found = resolve(process.env.LECTERN_SHARED ?? '../shared', path);
	return existsSync(found) ? found : null;
}
