const addressPattern = /^lectern:([0-9a-f-]{36})(\/\S*)$/;

/** A place as people pass it on: `lectern:<archive>/record/<record>/<edition>/<passage>/<annotation>`. */
export function formatAddress(archiveId: string, path: string): string {
	return `lectern:${archiveId}${path}`;
}

/** The parts of a passed-on address; null for any other text. */
export function parseAddress(text: string): { archiveId: string; path: string } | null {
	const [, archiveId, path] = addressPattern.exec(text.trim()) ?? [];
	return archiveId && path ? { archiveId, path } : null;
}
