import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStarterData } from '#archive/starter/starter-data.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import {
	type ComparedText,
	comparedText,
	type DescribedText,
	foldPassage,
	passageDigest,
	recogniseDescribedText,
	textDigest,
} from './described-text.ts';

const title = 'Sample report';
const body = Array.from({ length: 10 }, (_, index) => `Alpha beta gamma, sample paragraph ${index + 1}.`);
const described: DescribedText = {
	recordId: '018bcfe5-6800-7000-8000-000000000001' as RecordId,
	textDigest: textDigest([title, ...body]),
	passageDigests: body.map((text, index) => ({ paragraph: index + 1, digest: passageDigest(text) })),
};

describe('folding', () => {
	it('leaves case, white space and compatibility forms out of account', () => {
		expect(foldPassage('\u00a0 Alpha\n\tBETA  \ufb01n ')).toBe('alpha beta fin');
	});

	it('gives the digest of the folded text in UTF-8', () => {
		expect(passageDigest(' Ալֆա ')).toBe(createHash('sha256').update('ալֆա').digest('hex'));
	});

	it('counts a title printed twice once, and passages without words not at all', () => {
		expect(textDigest([title, title, ' ', ...body])).toBe(described.textDigest);
		expect(textDigest([...body, title])).not.toBe(described.textDigest);
	});
});

describe('recognising a described text', () => {
	it('knows the whole text and says where each paragraph stands', () => {
		const found = recogniseDescribedText(compared([title, ...body]), described);
		expect(found.match).toBe('whole');
		expect([...found.paragraphs]).toEqual(body.map((_, index) => [index + 1, index + 1]));
	});

	it('knows the whole text by its digest where the passages are cut differently', () => {
		const oneParagraph = { ...described, passageDigests: [{ paragraph: 1, digest: passageDigest(body.join('\n')) }] };
		const found = recogniseDescribedText(compared([title, ...body]), oneParagraph);
		expect(found).toEqual({ match: 'whole', paragraphs: new Map() });
	});

	it.each([
		{ kept: 10, match: 'whole' },
		{ kept: 8, match: 'whole' },
		{ kept: 7, match: 'variant' },
		{ kept: 2, match: 'variant' },
		{ kept: 1, match: 'none' },
		{ kept: 0, match: 'none' },
	])('calls it $match with $kept of 10 paragraphs', ({ kept, match }) => {
		const changed = body.map((text, index) => (index < kept ? text.toUpperCase() : `${text} Changed.`));
		const found = recogniseDescribedText(compared(changed), described);
		expect(found.match).toBe(match);
		expect(found.paragraphs.size).toBe(kept);
	});

	it('takes the first of two passages with the same words', () => {
		const [first = ''] = body;
		expect(recogniseDescribedText(compared([title, first, first]), described).paragraphs.get(1)).toBe(1);
	});

	it('knows nothing in an empty text', () => {
		const nothing = { ...described, passageDigests: [] };
		expect(recogniseDescribedText(compared([]), nothing).match).toBe('none');
	});
});

// Outside data; where it is missing, the summary of `npm test` names it.
const reportPath = resolve(process.env.LECTERN_SHARED ?? '../shared', 'corpus/report.txt');
describe.each([reportPath].filter(existsSync))('the report itself, %s', (path) => {
	const { report } = readStarterData('resources/starter');
	const paragraphs = readFileSync(path, 'utf8').split(/\n\s*\n/u);

	it('is recognised whole, with all its paragraphs in order', () => {
		const found = recogniseDescribedText(compared(paragraphs), report);
		const ordinals = Array.from({ length: 12 }, (_, index) => found.paragraphs.get(index + 1) ?? -1);
		expect(found.match).toBe('whole');
		expect(ordinals).toEqual(ordinals.toSorted((a, b) => a - b));
		expect(ordinals).not.toContain(-1);
		expect(textDigest(paragraphs)).toBe(report.textDigest);
	});

	it('is a variant where most of it is gone', () => {
		expect(recogniseDescribedText(compared(paragraphs.slice(-12, -4)), report).match).toBe('variant');
	});
});

function compared(texts: readonly string[]): ComparedText {
	return comparedText(texts.map((text, ordinal) => ({ ordinal, text })));
}
