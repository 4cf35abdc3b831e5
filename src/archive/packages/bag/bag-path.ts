/**
 * A path as a manifest writes it: RFC 8493, 2.1.3 has line breaks and the percent sign percent-encoded, and nothing else.
 */
export function encodeBagPath(path: string): string {
	return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The path that a manifest of version 1.0 means; other percent signs than of the three stand for themselves. */
export function decodeBagPath(written: string): string {
	return written.replace(/%(0d|0a|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * Whether a path, followed on any system, could lead outside the bag or to a device: absolute, with a drive or another
 * stream of a file, stepping up, with backslashes, NUL, or nothing in it. Judged by its letters alone, without the disk.
 */
export function isUnsafePath(path: string): boolean {
	if (path === '' || path.startsWith('/') || path.startsWith('~') || /[\\\0]/.test(path)) return true;
	if (/^[A-Za-z]:/.test(path)) return true;
	return path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/** By this two paths are the same on systems that tell neither case nor composition apart. */
export function looseKey(path: string): string {
	return path.normalize('NFC').toLowerCase().normalize('NFC');
}
