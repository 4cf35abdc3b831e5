import type { Purpose } from '../domain/annotation.ts';
import type { Sha256 } from '../domain/ids.ts';

/** The context of the Recommendation. It is named and never fetched. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/**
 * Our own terms, for what the Recommendation has no word for: `claim`, `evidence` and `dispute` as motivations beside
 * the nearest of its own, `resolved`, `placement`, `textSha256` and `link`.
 */
const ownPrefix = 'lectern:';
const ownNamespace = 'urn:x-lectern:';
export const ownContext = { lectern: ownNamespace };

/** What a FragmentSelector with passages and offsets conforms to (docs/web-annotations.md). */
export const rangeSyntax = `${ownNamespace}text-range`;

const motivationsOf: Readonly<Record<Purpose, readonly string[]>> = {
	note: ['commenting'],
	claim: ['classifying', 'lectern:claim'],
	evidence: ['classifying', 'lectern:evidence'],
	dispute: ['assessing', 'lectern:dispute'],
	question: ['questioning'],
};

/** Motivations that say nothing more than a note, or what is said by the body or the target. */
const plainMotivations = ['commenting', 'highlighting', 'replying', 'tagging', 'linking'];

/** What a purpose is called in a file; of a reply too. */
export function motivationOf(purpose: Purpose, isReply: boolean): string | string[] {
	if (isReply && purpose === 'note') return 'replying';
	const all = isReply ? ['replying', ...motivationsOf[purpose]] : [...motivationsOf[purpose]];
	return all.length === 1 ? (all[0] ?? '') : all;
}

/** The purpose that motivations come to, and those of them that it does not say. */
export function purposeOf(given: readonly string[]): { purpose: Purpose; lost: string[] } {
	const named = given.map(shortName);
	const own = (Object.keys(motivationsOf) as Purpose[]).find((purpose) => named.includes(`${ownPrefix}${purpose}`));
	const purpose = own ?? (named.includes('questioning') ? 'question' : 'note');
	const said = [...plainMotivations, ...motivationsOf[purpose]];
	return { purpose, lost: named.filter((motivation) => !said.includes(motivation)) };
}

/** A term as the contexts shorten it, however the file spells it. */
export function shortName(term: string): string {
	return term.replace(/^(oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '').replace(ownNamespace, ownPrefix);
}

const uuidAddress = /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i;

/** The address of anything that has an id (RFC 9562, urn:uuid). */
export function addressOf(id: string): string {
	return `urn:uuid:${id}`;
}

const digestAddress = /^ni:\/\/\/sha-256;([\w-]{43})$/;

/** The address of an original by its bytes (RFC 6920, named information). */
export function originalAddressOf(sha256: Sha256): string {
	return `ni:///sha-256;${base64url(sha256)}`;
}

/** The digest that an address names an original by; null for any other address. */
export function digestOf(address: string): Sha256 | null {
	const digest = digestAddress.exec(address)?.[1];
	return digest === undefined ? null : (hexOf(digest) as Sha256);
}

/** The id that an address is of; null for any other address. */
export function idOf(address: string): string | null {
	return uuidAddress.exec(address)?.[1]?.toLowerCase() ?? null;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Hexadecimal as base64url without padding (RFC 4648, section 5): a platform's own converters differ, and this is short. */
function base64url(hex: string): string {
	const bits = BigInt(`0x${hex}`)
		.toString(2)
		.padStart(hex.length * 4, '0');
	return bits.replace(/.{1,6}/g, (six) => digits[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '');
}

/** 43 digits hold 258 bits, of which 256 are a digest. */
function hexOf(base64: string): string {
	const bits = Array.from(base64, (digit) => digits.indexOf(digit).toString(2).padStart(6, '0')).join('');
	return (bits.slice(0, 256).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}
