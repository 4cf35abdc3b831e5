import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when what was written to a file is on the disk. */
export function syncFile(path: string): void {
	// Windows syncs only what is open for writing.
	sync(path, 'r+');
}

/** Keeps a new name in a folder; systems that cannot open folders keep it by themselves. */
export function syncFolder(folder: string): void {
	try {
		sync(folder, 'r');
	} catch {
		// The bytes are on the disk; what may be lost in a power cut is the name, and then the old one is there.
	}
}

function sync(path: string, flags: string): void {
	const handle = openSync(path, flags);
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
