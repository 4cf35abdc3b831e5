import { createHmac, randomBytes } from 'node:crypto';

const uuids = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;

/**
 * Replaces every id in a text by another, the same by the same for as long as the veil is used. Ids of version 7 tell when
 * a thing was made, and any id tells two shares of one archive for what they are; the key is forgotten with the veil.
 */
export function createIdVeil(): (text: string) => string {
	const key = randomBytes(32);
	const veiled = (id: string): string => {
		const digits = createHmac('sha256', key).update(id).digest('hex');
		const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`];
		return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
	};
	return (text) => text.replace(uuids, veiled);
}
