import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationStyles } from '../domain/citation.ts';
import { editionKinds } from '../domain/edition.ts';
import { type Creator, holdings, type RecordDate, recordKinds } from '../domain/record.ts';
import { locales } from '../messages/locales.ts';
import { type CitedPlace, citedItem } from './cited-item.ts';
import { formatReference } from './reference.ts';

type Described = Parameters<typeof citedItem>[0];

const letter: Described = {
	title: 'Sample letter 4',
	kind: 'letter',
	creators: [
		{ name: 'A. Sample', role: '', certainty: 'stated' },
		{ name: 'Բ. Նմուշ', role: 'scribe', certainty: 'attributed' },
	],
	dates: [{ type: 'created', edtf: '2023-09-19', inferred: '' }],
	holding: 'held',
	knownFrom: '',
	source: 'Sample State Archive, f. 57, op. 5, d. 12, l. 3',
};
const bare: Described = { ...letter, title: '', kind: 'other', creators: [], dates: [], source: '' };
const place: CitedPlace = {
	paragraphs: '3–5',
	times: '',
	edition: { kind: 'transcription', maker: 'Sample Writer', textSha256: '1a2b3c4d'.padEnd(64, '0') as never },
	archiveTitle: 'Sample archive',
	address: 'lectern:0000/record/1/2/3',
};
const all = (record: Described, at: CitedPlace = {}) =>
	Object.fromEntries(citationStyles.map((style) => [style, formatReference(citedItem(record, at), style, 'en')]));

describe('references', () => {
	test('say all that is known, from the item outwards or from the archive inwards', () => {
		expect(all(letter, place)).toEqual({
			chicago:
				'A. Sample and [Բ. Նմուշ (scribe)?], “Sample letter 4,” letter, September 19, 2023, paras. 3–5, f. 57, op. 5, d. 12, l. 3, Sample State Archive, transcription 1a2b3c4d, Sample archive (Lectern archive), <lectern:0000/record/1/2/3>.',
			gost: 'A. Sample, [Բ. Նմուշ (scribe)?]. Sample letter 4 : письмо, 19 сентября 2023 г. // Sample State Archive. Ф. 57. Оп. 5. Д. 12. Л. 3. Архив Lectern «Sample archive». Абз. 3–5. Расшифровка 1a2b3c4d. Адрес в архиве: lectern:0000/record/1/2/3.',
			armenian:
				'Sample State Archive, ֆ․ 57, ց․ 5, գ․ 12, թ․ 3, A. Sample, [Բ. Նմուշ (scribe)?], «Sample letter 4», 19 սեպտեմբերի, 2023 թ․, պարբ․ 3–5, վերծանում 1a2b3c4d, Lectern արխիվ «Sample archive», <lectern:0000/record/1/2/3>։',
			short: 'A. Sample, [Բ. Նմուշ (scribe)?], “Sample letter 4”, September 19, 2023, ¶ 3–5.',
		});
	});

	test('keep numbers behind a title that is read from right to left', () => {
		const { short, chicago, gost, armenian } = all({ ...letter, creators: [], title: 'אבג דהו' }, place);
		expect(short).toBe('“אבג דהו”\u200E, September 19, 2023, ¶ 3–5.');
		expect(chicago).toContain('“אבג דהו,”\u200E letter,');
		expect(gost).toContain('אבג דהו\u200E : письмо');
		expect(armenian).toContain('«אבג דהו»\u200E, 19');
	});

	test('keep what is behind a name that is read from right to left', () => {
		const creators: Creator[] = [{ name: 'אבג דהו', role: '', certainty: 'attributed' }];
		const { short, chicago, gost, armenian } = all({ ...letter, creators }, place);
		expect(short).toMatch(/^\[אבג דהו\?\]\u200E, /);
		expect(chicago).toMatch(/^\[אבג דהו\?\]\u200E, /);
		expect(gost).toContain('[אבג דהו?]\u200E');
		expect(armenian).toContain('[אבג דהו?]\u200E, ');
	});

	test('keep French signs on the line of their words', () => {
		const item = citedItem({ ...letter, holding: 'described-only', knownFrom: 'Sample digest' });
		const reference = formatReference(item, 'short', 'fr');
		expect(reference).toContain('«\u00a0Sample letter 4\u00a0»');
		expect(reference).toContain('cité d’après\u00a0: Sample digest');
	});

	test('say of a translation that it is one, and by whom', () => {
		const edition = { kind: 'translation', maker: 'S. Translator', textSha256: '1a2b3c4d'.padEnd(64, '0') } as never;
		expect(all(bare, { edition })).toMatchObject({
			chicago: expect.stringContaining('translation 1a2b3c4d, translated by S. Translator'),
			gost: expect.stringContaining('Перевод 1a2b3c4d. Пер. S. Translator.'),
			armenian: expect.stringContaining('թարգմանություն 1a2b3c4d, թարգմ․ S. Translator'),
		});
	});

	test('say what a source that is only described is known from, or that nobody has seen it', () => {
		const described: Described = { ...letter, creators: [], holding: 'described-only', source: '' };
		expect(all({ ...described, knownFrom: 'Sample digest, ¶ 12.' })).toEqual({
			chicago: '“Sample letter 4,” letter, September 19, 2023, as reported in Sample digest, ¶ 12.',
			gost: 'Sample letter 4 : письмо, 19 сентября 2023 г. Приводится по: Sample digest, ¶ 12.',
			armenian: '«Sample letter 4», 19 սեպտեմբերի, 2023 թ․, ըստ՝ Sample digest, ¶ 12։',
			short: '“Sample letter 4”, September 19, 2023, as reported in Sample digest, ¶ 12.',
		});
		const short = formatReference(citedItem({ ...letter, creators: [], source: '' }), 'short', 'hy');
		expect(short).toBe('«Sample letter 4», 19 սեպտեմբերի, 2023 թ․');
		expect(all(described).chicago).toMatch(/2023, not consulted\.$/);
	});

	test('leave nothing behind where all is missing', () => {
		expect(all(bare)).toEqual({ chicago: 'untitled.', gost: '[Без названия].', armenian: 'անվերնագիր։', short: '' });
	});

	test('have web addresses apart from the stops behind them, and titles with ends of their own', () => {
		const page: Described = { ...bare, title: 'Is it a sample?', kind: 'news-item', source: 'https://example.org/a.' };
		expect(all(page)).toEqual({
			chicago: '“Is it a sample?” news item, <https://example.org/a.>.',
			gost: 'Is it a sample? : новость // URL: https://example.org/a.',
			armenian: '«Is it a sample?», <https://example.org/a.>։',
			short: '“Is it a sample?”',
		});
	});

	test('read reference codes in three alphabets, and take no sentence for one', () => {
		const codes = (source: string) => formatReference(citedItem({ ...bare, title: 'T', source }), 'armenian', 'en');
		expect(codes('ՆՆԱ, ֆ. 200, ց. 1, գ. 50, թ. 12')).toBe('ՆՆԱ, ֆ․ 200, ց․ 1, գ․ 50, թ․ 12, «T»։');
		expect(codes('ГАОО. Ф. 10. Оп. 2. Д. 7. Л. 3 об.')).toBe('ГАОО, ֆ․ 10, ց․ 2, գ․ 7, թ․ 3 об., «T»։');
		expect(codes('Given by a sample person, file 3 of 4')).toBe('«T», Given by a sample person, file 3 of 4։');
		expect(codes('F. 12 alone')).toBe('«T», F. 12 alone։');
	});

	test('take the reference code of the archival description before what the source says', () => {
		const item = { ...bare, title: 'T', source: 'Sample State Archive, f. 1, op. 2' };
		const both = (referenceCode: string) => {
			const { chicago, gost } = all({ ...item, referenceCode });
			return [chicago, gost];
		};
		expect(both('ф. 57, оп. 5, д. 12')).toEqual([
			'“T,” f. 57, op. 5, d. 12, Sample State Archive.',
			'T // Sample State Archive. Ф. 57. Оп. 5. Д. 12.',
		]);
		expect(both('Box 4/12')).toEqual(['“T,” Box 4/12, Sample State Archive.', 'T // Sample State Archive. Box 4/12.']);
		// Said in both, and in one by another archive whose name begins alike.
		for (const code of ['Sample State Archive, Box 4/12', 'Sample State Archive: Box 4/12'])
			expect(all({ ...item, referenceCode: code })).toMatchObject({
				chicago: '“T,” Box 4/12, Sample State Archive.',
				gost: 'T // Sample State Archive. Box 4/12.',
				armenian: 'Sample State Archive, Box 4/12, «T»։',
			});
		expect(both('Sample State Archives, Box 4/12')[0]).toBe(
			'“T,” Sample State Archives, Box 4/12, Sample State Archive.',
		);
		expect(all({ ...item, referenceCode: 'Sample State Archive' }).chicago).toBe('“T,” Sample State Archive.');
		const source = 'Given by a sample person';
		expect(all({ ...item, source, referenceCode: 'Box 4/12' }).armenian).toBe(`Box 4/12, «T», ${source}։`);
	});

	test('break a long title of a short note off between words', () => {
		const long = { ...bare, title: `${'sample '.repeat(12)}end` };
		expect(all(long).short).toBe(`“${'sample '.repeat(8)}…”`);
	});

	test('have one kind of quotation marks within the other in a title, and close what is cut', () => {
		expect(all({ ...bare, title: 'A sample: “Alpha «beta»’s” end' })).toEqual({
			chicago: '“A sample: ‘Alpha «beta»’s’ end”.',
			gost: 'A sample: “Alpha «beta»’s” end.',
			armenian: '«A sample: “Alpha «beta»’s” end»։',
			short: '“A sample: ‘Alpha «beta»’s’ end”.',
		});
		const long = { ...bare, title: `A “sample ${'alpha '.repeat(12)}” end` };
		expect(all(long).short).toBe(`“A ‘sample ${'alpha '.repeat(8)}…’”`);
	});

	test('of any record in any style hold its words, and have no stray punctuation', () => {
		const word = fc.constantFrom('Alpha', 'Бета', 'Գամմա', 'Delta ə', '');
		const record = fc.record({
			title: word,
			kind: fc.constantFrom(...recordKinds),
			creators: fc.array(
				fc.record<Creator>({
					name: word,
					role: word,
					certainty: fc.constantFrom('stated', 'attributed', 'inferred'),
				}),
				{ maxLength: 3 },
			),
			dates: fc.constantFrom<RecordDate[]>([], [{ type: 'created', edtf: '2023~', inferred: 'from x' }]),
			holding: fc.constantFrom(...holdings),
			knownFrom: word,
			source: fc.constantFrom('', 'Archive Eta', 'Archive, f. 1, d. 2', 'https://example.org/x'),
		});
		const at = fc.record({
			paragraphs: fc.constantFrom('', '7'),
			times: fc.constantFrom('', '00:12:31'),
			edition: fc.constantFrom(
				null,
				...editionKinds.map((kind) => ({ kind, maker: 'x', textSha256: 'f'.repeat(64) as never })),
			),
			archiveTitle: word,
			address: fc.constantFrom('', 'lectern:x/y'),
		});
		const styles = fc.constantFrom(...citationStyles);
		fc.assert(
			fc.property(record, at, styles, fc.constantFrom(...locales), (described, where, style, language) => {
				const text = formatReference(citedItem(described, where), style, language);
				expect(text).not.toMatch(/,\s*,|\.\.|,\.|^[,.:]|\(\)|\[\]|“”|«»|<>|\s[,.]|\/\/\s*$|undefined|null|\s{2}/);
				expect(text).toContain(described.title);
				if (style !== 'short') for (const { name } of described.creators) expect(text).toContain(name);
			}),
		);
	});
});
