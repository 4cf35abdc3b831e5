import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Medium } from '#shared/domain/medium.ts';
import { findMount } from './mounts.ts';

/**
 * What the system tells of the medium that a file lies on. Linux says which devices are removable, which hang on USB, and
 * which are encrypted; of network drives, and on other systems, nothing is known.
 *
 * @param system the root that `proc` and `sys` lie under
 */
export function findMedium(file: string, system = '/'): Medium {
	const mount = findMount(file, system);
	if (!mount) return 'unknown';
	try {
		return ofDevice(realpathSync(join(system, 'sys/dev/block', mount.device)));
	} catch {
		return 'unknown';
	}
}

/** @param folder of the device in sysfs */
function ofDevice(folder: string): Medium {
	const slaves = join(folder, 'slaves');
	const below = existsSync(slaves) ? readdirSync(slaves) : [];
	if (below.length === 0) return isRemovable(folder) ? 'removable' : 'fixed';
	// A volume made of others: encrypted by dm-crypt, or of parts of disks.
	const media = below.map((name) => ofDevice(realpathSync(join(slaves, name))));
	const removable = media.find((medium) => medium === 'removable' || medium === 'encrypted');
	if (!removable) return 'fixed';
	return read(join(folder, 'dm/uuid')).startsWith('CRYPT-') ? 'encrypted' : removable;
}

function isRemovable(folder: string): boolean {
	const disk = existsSync(join(folder, 'partition')) ? join(folder, '..') : folder;
	// A disk in a USB case says of itself that it cannot be removed; a card in a reader of the machine does so too.
	return read(join(disk, 'removable')) === '1' || /\/usb\d+\//.test(disk) || read(join(disk, 'device/type')) === 'SD';
}

function read(file: string): string {
	return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}
