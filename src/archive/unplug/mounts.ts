import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file system as Linux has it mounted (proc_pid_mountinfo(5)). */
export interface Mount {
	/** Where. */
	path: string;
	/** `8:1`; of the device itself where the file system has a number of its own, as btrfs and FUSE do. */
	device: string;
}

/** The mount that a file lies on; null where the system does not say. @param system the root that `proc` lies under */
export function findMount(file: string, system = '/'): Mount | null {
	try {
		const path = realpathSync(file);
		const mounts = readFileSync(join(system, 'proc/self/mountinfo'), 'utf8').split('\n').flatMap(parseMount);
		const holding = mounts.filter((mount) => isWithin(path, mount.path));
		// Of two on one folder the later one covers the other.
		const mount = holding.reduce<Mount | null>(
			(best, each) => (each.path.length >= (best?.path.length ?? 0) ? each : best),
			null,
		);
		return mount;
	} catch {
		return null;
	}
}

export function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function parseMount(line: string): Mount[] {
	const [own = '', more = ''] = line.split(' - ');
	const [, , number = '', , path = ''] = own.split(' ');
	const [, source = ''] = more.split(' ');
	if (path === '') return [];
	return [
		{
			path: withoutEscapes(path),
			device: number.startsWith('0:') ? (deviceNumberOf(withoutEscapes(source)) ?? number) : number,
		},
	];
}

/** Spaces and their like stand there in octal. */
function withoutEscapes(text: string): string {
	return text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function deviceNumberOf(source: string): string | null {
	if (!source.startsWith('/dev/')) return null;
	const rdev = statSync(source, { throwIfNoEntry: false })?.rdev;
	if (!rdev) return null;
	return `${(rdev >> 8) & 0xfff}:${(rdev & 0xff) | ((rdev >> 12) & 0xfff00)}`;
}
