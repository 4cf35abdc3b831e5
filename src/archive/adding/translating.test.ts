import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Counterparts } from '#archive/cards/counterparts.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { TranslationFormat } from '#shared/domain/translation.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const sample =
	'# Sample heading\n\nAlpha one.\n\nBeta *two* and more.\n\n| Gamma | Delta |\n| --- | --- |\n| Three | Four |\n\nAlpha one.\n';

async function setUp(content = sample, name = 'letter.md') {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	writeFileSync(join(root, name), content);
	const [item] = await archives.add(archive, join(root, name));
	const recordId = item?.recordId as RecordId;
	const { services } = archive;
	const { editions, translations, records } = services;
	const base = records.get({ id: recordId }).editionId as EditionId;
	const { sheetExport } = await services.onDemand();
	const save = async (format: TranslationFormat = 'docx', language = 'ru') => {
		const path = join(root, `out.${format === 'docx' ? 'docx' : 'txt'}`);
		const summary = await sheetExport.toFile({ recordId, language, format }, path);
		return { path, summary };
	};
	const bringIn = (path: string, rest: { recordId?: RecordId; language?: string } = {}) =>
		services.translating.bringIn({
			path,
			name: path.split('/').at(-1) ?? '',
			translator: 'Sample Translator',
			...rest,
		});
	const rows = () => translations.matterOf(recordId, 'ru').rows;
	return { archive, root, recordId, base, ...services, editions, save, bringIn, rows };
}

describe('what a translator is given', () => {
	test('has a number for every passage that is like no other', async () => {
		const { rows } = await setUp();
		expect(rows().map(({ label, text }) => `${label} ${text}`)).toEqual([
			'0 Sample heading',
			'1 Alpha one.',
			'2 Beta two and more.',
			'3 Gamma',
			'3a Delta',
			'4 Three',
			'4a Four',
			'5 Alpha one.',
		]);
	});

	test('comes home filled by another program: each passage is the one that its number says', async () => {
		const { recordId, base, editions, save, bringIn, links, records, translations, history } = await setUp();
		translations.ask({ recordIds: [recordId], language: 'ru' });
		const { path, summary } = await save('text');
		expect(summary).toMatchObject({ passageCount: 8, doneCount: 0, isRedacted: false });
		expect(translations.list({})).toMatchObject([{ status: 'sent', translatedCount: 0, editionId: null }]);
		const filled = readFileSync(path, 'utf8').replace(/^(\[(\w+)\])\s*$/gm, '$1 Перевод $2');
		writeFileSync(path, filled.replace('Перевод 4a', ''));
		const outcome = await bringIn(path);
		expect(outcome).toMatchObject({
			translatedCount: 7,
			passageCount: 8,
			blank: ['4a'],
			stray: [],
			isOfEarlier: false,
		});
		const { edition } = outcome;
		expect(edition).toMatchObject({
			kind: 'translation',
			maker: 'Sample Translator',
			language: 'ru',
			baseEditionId: base,
		});
		expect(records.get({ id: recordId }).editionId).toBe(base);
		const made = editions.blocks({ id: edition.id });
		expect(made.map(({ number, text }) => `${number} ${text}`)).toEqual([
			'null Перевод 0',
			'1 Перевод 1',
			'2 Перевод 2',
			'3 Перевод 3',
			'null Перевод 3a',
			'4 Перевод 4',
			'5 Перевод 5',
		]);
		const range = { editionId: base, startOrdinal: 7, startOffset: 0, endOrdinal: 7, endOffset: 5 };
		const found = new Counterparts(editions, links).find(recordId, {
			...{ range, edition: editions.get({ id: base }), paragraph: null, endParagraph: null, words: 'Alpha' },
		} as never);
		expect(found?.placed).toMatchObject({ range: { editionId: edition.id, startOrdinal: 6, endOrdinal: 6 } });
		// Partly home is still awaited.
		expect(translations.list({})).toMatchObject([
			{ status: 'sent', translatedCount: 7, passageCount: 8, translator: 'Sample Translator' },
		]);
		expect(history.undo()).toBe('translationBroughtIn');
		expect(translations.list({})).toMatchObject([{ status: 'sent', editionId: null }]);
		expect(history.redo()).toBe('translationBroughtIn');
		expect(translations.list({})).toMatchObject([{ editionId: edition.id }]);
	});
});

test('a Word document goes out and comes home with what was done before, formatted', async () => {
	const { recordId, editions, save, bringIn, translating, base, translations } = await setUp();
	const text = '[0] Заголовок\n\n[1] Один\n\n[2] Два\nстроки\n\n[3] В\n[3a] Г\n[4] 3\n[4a] 4\n[5] [13] Пять';
	const first = translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator: '' });
	expect(first).toMatchObject({ translatedCount: 8, blank: [] });
	const { path, summary } = await save('docx');
	expect(summary).toMatchObject({ passageCount: 8, doneCount: 8 });
	expect(translations.list({})[0]?.status).toBe('sent');
	const outcome = await bringIn(path);
	expect(outcome).toMatchObject({ translatedCount: 8, blank: [], stray: [], repeated: [], joined: [] });
	expect(translations.list({})[0]?.status).toBe('home');
	expect(editions.blocks({ id: outcome.edition.id }).map((block) => block.text)).toEqual(
		editions.blocks({ id: first.edition.id }).map((block) => block.text),
	);
});
