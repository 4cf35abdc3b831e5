const followedProtocols = ['http:', 'https:', 'mailto:'];

/** The address that a link in a note may offer to open: http, https or mailto; null for any other. */
export function followableAddress(address: string): string | null {
	try {
		const url = new URL(address);
		return followedProtocols.includes(url.protocol) ? url.href : null;
	} catch {
		// Relative and malformed addresses lead nowhere in an archive: they are shown as text.
		return null;
	}
}
