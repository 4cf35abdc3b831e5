import type { GraphPoint } from '../domain/graph.ts';

/** FNV-1a over the UTF-16 units, 32 bits, and mixed once more: ids made one after another differ in their last digits alone. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** A point within a circle about the middle that only the id decides; ids are spread evenly over it. */
export function seededPlace(id: string, radius: number): GraphPoint {
	const share = hashOf(id) / 2 ** 32;
	const angle = (hashOf(`${id} angle`) / 2 ** 32) * 2 * Math.PI;
	const distance = radius * Math.sqrt(share);
	return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
