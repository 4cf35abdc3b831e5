import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

export interface ReadOnlyFolder {
	/** False where neither way is open to this user: a superuser who may not mount. */
	isRefusing: boolean;
	/** Takes writes again, for whoever removes it. */
	undo(): void;
}

/** Makes a folder refuse writes: mounted so where that may be done, else by its mode, which does not bind a superuser. */
export function makeReadOnly(folder: string): ReadOnlyFolder {
	const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' });
	try {
		mount('--bind', '-o', 'ro', folder, folder);
		return { isRefusing: true, undo: () => execFileSync('umount', [folder]) };
	} catch {
		chmodSync(folder, 0o555);
		return { isRefusing: process.getuid?.() !== 0, undo: () => chmodSync(folder, 0o755) };
	}
}
