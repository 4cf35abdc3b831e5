import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierSchemes, inSchemeOrder, readIdentifier } from './name-identifier.ts';

describe('an identifier', () => {
	test('is read from what is pasted: its own form, or an address, which tells the scheme', () => {
		expect(readIdentifier(' q42 ', 'wikidata')).toEqual({ scheme: 'wikidata', value: 'Q42' });
		expect(readIdentifier('https://www.wikidata.org/wiki/Q42', 'viaf')).toEqual({ scheme: 'wikidata', value: 'Q42' });
		expect(readIdentifier('viaf.org/viaf/95218067/', 'other')).toEqual({ scheme: 'viaf', value: '95218067' });
		expect(readIdentifier('https://www.geonames.org/616052/sample.html', 'other')).toEqual({
			...{ scheme: 'geonames', value: '616052' },
		});
		expect(readIdentifier('0000 0001 2103 2683', 'isni')).toEqual({ scheme: 'isni', value: '0000000121032683' });
		expect(readIdentifier('  Sample file,\n no. 7 ', 'other')).toEqual({
			scheme: 'other',
			value: 'Sample file, no. 7',
		});
	});

	test('of another form than its scheme has is none', () => {
		for (const [text, scheme] of [
			['42', 'wikidata'],
			['Q042', 'wikidata'],
			['Q42', 'viaf'],
			['0123', 'geonames'],
			['0000000121032684', 'isni'],
			['', 'other'],
		] as const)
			expect([text, readIdentifier(text, scheme)]).toEqual([text, null]);
	});

	test('that was read is read as the same again', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom(...identifierSchemes), (text, scheme) => {
				const read = readIdentifier(text, scheme);
				if (read) expect(readIdentifier(read.value, read.scheme)).toEqual(read);
			}),
		);
	});
});

test('identifiers stand once, in the order of their schemes', () => {
	const q = { scheme: 'wikidata', value: 'Q7' } as const;
	expect(inSchemeOrder([{ scheme: 'other', value: 'x' }, q, { scheme: 'viaf', value: '9' }, q])).toEqual([
		{ scheme: 'viaf', value: '9' },
		q,
		{ scheme: 'other', value: 'x' },
	]);
});
