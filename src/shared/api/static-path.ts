/**
 * The parts of the path below the app's own files that a request's path names, or null when it could leave them or
 * name something hidden. `/` is the page. Separators and dots are judged after decoding, once.
 */
export function staticPathParts(pathname: string): string[] | null {
	if (pathname === '/') return ['index.html'];
	const decoded = decode(pathname);
	if (decoded === null || !decoded.startsWith('/')) return null;
	const parts = decoded.slice(1).split('/');
	return parts.every(isPlainName) ? parts : null;
}

function isPlainName(part: string): boolean {
	return part !== '' && !part.startsWith('.') && /^[\w .@+~()-]+$/.test(part);
}

function decode(pathname: string): string | null {
	try {
		return decodeURIComponent(pathname);
	} catch {
		return null;
	}
}
