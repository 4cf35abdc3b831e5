/** FNV-1a of 32 bits over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/. Keys that meet only add candidates. */
export function hashOf(key: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at++) {
		hash ^= key.charCodeAt(at);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}
