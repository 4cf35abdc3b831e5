import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Counterparts } from '#archive/cards/counterparts.ts';
import { largestTextBytes } from '#archive/importers/refusal.ts';
import { readWords } from '#archive/references/placed-words.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { AnnotationFields } from '#shared/domain/annotation.ts';
import { type AnnotationId, type EditionId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { translationInto } from '#shared/domain/text-draft.ts';
import { type TranslationFormat, translationEndings } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { sheetCode } from '#shared/translation/sheet-code.ts';
import { blackened } from '#shared/writing/blackened.ts';
import { writeText } from '#shared/writing/written-text.ts';

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
		const path = join(root, `out.${translationEndings[format]}`);
		const summary = await sheetExport.toFile({ aims: [{ recordId, language }], isPacked: false, format }, path);
		return { path, summary };
	};
	const bringIn = (path: string, rest: { recordId?: RecordId; language?: string; translator?: string } = {}) =>
		services.translating.bringIn({
			path,
			name: path.split('/').at(-1) ?? '',
			translator: 'Sample Translator',
			...rest,
		});
	const rows = () => translations.matterOf(recordId, 'ru').rows;
	return { archive, root, recordId, base, ...services, editions, sheetExport, save, bringIn, rows };
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
		const counterpart = () =>
			new Counterparts(editions, links, records).find(
				recordId,
				readWords(editions, recordId, {
					editionId: base,
					startOrdinal: 7,
					startOffset: 0,
					endOrdinal: 7,
					endOffset: 5,
				}),
			);
		expect(counterpart()?.placed).toMatchObject({ range: { editionId: edition.id, startOrdinal: 6, endOrdinal: 6 } });
		// Partly home is still awaited.
		expect(translations.list({})).toMatchObject([
			{ status: 'sent', translatedCount: 7, passageCount: 8, translator: 'Sample Translator' },
		]);
		expect(history.undo()).toBe('translationBroughtIn');
		expect(translations.list({})).toMatchObject([{ status: 'sent', editionId: null }]);
		expect(counterpart()).toBeNull();
		expect(history.redo()).toBe('translationBroughtIn');
		expect(translations.list({})).toMatchObject([{ editionId: edition.id }]);
	});
});

test.each(['docx', 'xliff', 'text'] as const)(
	'what goes out as %s with everything done says the same when it comes home',
	async (format) => {
		const { recordId, save, bringIn, translating, base } = await setUp();
		const text = '[0] «Заголовок» & <так>\n\n[1] Один\n\n[2] Два\nстроки\n\n[3] В\n[3a] Г\n[4] 3\n[4a] 4\n[5] Пять';
		const first = translating.write({
			recordId,
			baseEditionId: base,
			language: 'ru',
			text,
			translator: 'S. Translator',
		});
		const { path } = await save(format);
		const { edition, ...outcome } = await bringIn(path);
		expect(outcome).toMatchObject({ translatedCount: 8, blank: [], stray: [], repeated: [], joined: [], keptCount: 0 });
		expect(edition.textSha256).toBe(first.edition.textSha256);
	},
);

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

describe('several records', () => {
	test('go out in one ZIP file, and what comes home of them is added all at once', async () => {
		const { archive, root, recordId, translations, records, history, sheetExport } = await setUp();
		writeFileSync(join(root, 'note.txt'), 'Gamma three.\n\nDelta four.\n');
		const [item] = await archives.add(archive, join(root, 'note.txt'));
		const other = item?.recordId as RecordId;
		const { title } = records.get({ id: recordId });
		records.update({ id: other, fields: { title }, revision: records.get({ id: other }).revision });
		const aims = [
			{ recordId, language: 'ru' },
			{ recordId: other, language: 'ru' },
			{ recordId: other, language: 'hy' },
		];
		for (const { language, ...aim } of aims) translations.ask({ recordIds: [aim.recordId], language });
		const path = join(root, 'out.zip');
		const summary = await sheetExport.toFile({ aims, isPacked: true, format: 'text' }, path);
		expect(summary).toMatchObject({ fileCount: 3, passageCount: 12, doneCount: 0 });
		expect(translations.list({}).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		history.undo();
		expect(translations.list({}).map(({ status }) => status)).toEqual(['asked', 'asked', 'asked']);

		const files = unzipSync(readFileSync(path));
		expect(Object.keys(files)).toEqual([`ru/${title}.txt`, `ru/${title} (2).txt`, `hy/${title}.txt`]);
		const filled = Object.entries(files).map(([name, bytes]) => [
			name,
			strToU8(strFromU8(bytes).replace(/^(\[(\w+)\])\s*$/gm, '$1 Перевод $2')),
		]);
		writeFileSync(join(root, 'home.zip'), zipSync(Object.fromEntries(filled)));
		await archives.add(archive, join(root, 'home.zip'));
		expect(records.list({})).toHaveLength(2);
		expect(
			translations.list({}).map((each) => [each.recordId, each.language, each.translatedCount, each.status]),
		).toEqual(
			expect.arrayContaining([
				[recordId, 'ru', 8, 'home'],
				[other, 'ru', 2, 'home'],
				[other, 'hy', 2, 'home'],
			]),
		);
	});
});

describe('what stands on the words', () => {
	const note: AnnotationFields = { purpose: 'note', body: 'A sample note', tags: [], isResolved: false };
	const at = (editionId: EditionId, ordinal: number) => ({
		...{ editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 4 },
	});

	test('is on the passages of the translation that say the same, and the other way round', async () => {
		const { recordId, base, annotations, placements, translating, earlierEditions } = await setUp();
		const early = annotations.add({ id: newId<AnnotationId>(), recordId, range: at(base, 2), fields: note });
		const text = '[2] Два\n\n[4] Третий';
		const { edition } = translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator: '' });
		expect(placements.listOf(recordId, edition.id)).toMatchObject([
			{ annotationId: early.id, state: 'placed', range: { startOrdinal: 0, endOrdinal: 0, endOffset: 3 } },
		]);
		const late = annotations.add({ id: newId<AnnotationId>(), recordId, range: at(edition.id, 1), fields: note });
		await earlierEditions.whenDone();
		expect(annotations.get({ id: late.id })).toMatchObject({
			placement: 'placed',
			place: { editionId: base, startOrdinal: 5, startOffset: 0, endOrdinal: 5, endOffset: 5 },
		});
	});
});

describe('a later translation', () => {
	test('keeps what is blank in a file and was translated; what is typed is all there is', async () => {
		const { recordId, base, root, translating, bringIn, records } = await setUp();
		const write = (text: string) =>
			translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator: 'Sample Translator' });
		const first = write('[1] Один\n\n[2] Два');
		writeFileSync(join(root, 'later.txt'), '[2] Второе\n\n[5] Пять\n\n[77] Лишнее\n');
		const later = await bringIn(join(root, 'later.txt'), { recordId, language: 'ru' });
		expect(later).toMatchObject({ translatedCount: 3, keptCount: 1, stray: [{ label: '77', text: 'Лишнее' }] });
		expect(records.get({ id: recordId })).toMatchObject({ editionId: base, translationIds: [later.edition.id] });
		const last = write('[5] Пять');
		expect(last).toMatchObject({ translatedCount: 1, keptCount: 0, isSame: false });
		expect(records.get({ id: recordId }).editions.map(({ id }) => id)).toContain(first.edition.id);
		expect(write('[5] Пять')).toMatchObject({ isSame: true });
	});

	test('of an earlier text is told, and stands beside the present one where the passages are the same', async () => {
		const { recordId, base, save, bringIn, writing, editions, records, rows } = await setUp();
		const { path } = await save('text');
		const text = writeText(editions.blocks({ id: base }));
		await writing.write({ recordId, baseEditionId: base, language: 'en', text: text.replace('and more', 'and less') });
		writeFileSync(path, readFileSync(path, 'utf8').replace('[1]', '[1] Один'));
		const outcome = await bringIn(path);
		expect(outcome).toMatchObject({ isOfEarlier: true, translatedCount: 1 });
		const shown = records.get({ id: recordId }).editionId as EditionId;
		expect(editions.counterparts({ id: shown, otherId: outcome.edition.id })).toEqual([[1, 0]]);
		expect(rows()[1]?.text).toBe('Alpha one.');
	});

	test('a file of another record, of none, or without a word of translation is refused, and nothing is kept', async () => {
		const { archive, recordId, root, save, bringIn, records } = await setUp();
		writeFileSync(join(root, 'other.md'), 'Another text.');
		const [item] = await archives.add(archive, join(root, 'other.md'));
		const { path } = await save('text');
		const refused = { code: 'invalid-input' };
		await expect(bringIn(path, { recordId: item?.recordId as RecordId, language: 'ru' })).rejects.toMatchObject(
			refused,
		);
		await expect(bringIn(path)).rejects.toMatchObject(refused);
		await expect(bringIn(join(root, 'other.md'))).rejects.toMatchObject(refused);
		const changed = readFileSync(path, 'utf8')
			.replace(/LECTERN-(.)/, (_, first) => `LECTERN-${first === 'Z' ? 'Y' : 'Z'}`)
			.replace('[1]', '[1] Один');
		writeFileSync(path, changed);
		await expect(bringIn(path)).rejects.toMatchObject(refused);
		expect(records.get({ id: recordId }).files).toHaveLength(1);
		expect(await bringIn(path, { recordId, language: 'ru' })).toMatchObject({ translatedCount: 1 });
		expect(records.get({ id: recordId }).files).toHaveLength(2);
	});
});

describe('what leaves', () => {
	test('is the redacted text, where there is one; nothing of a record whose access is not open', async () => {
		const { recordId, base, save, writing, editions, records } = await setUp();
		const text = writeText(editions.blocks({ id: base })).replace('Beta', blackened);
		const redaction = await writing.redact({ recordId, baseEditionId: base, text });
		const { path, summary } = await save('text');
		expect(summary.isRedacted).toBe(true);
		expect(readFileSync(path, 'utf8')).not.toContain('Beta');
		expect(readFileSync(path, 'utf8')).toContain(sheetCode(redaction.id, 'ru'));
		const { revision } = records.get({ id: recordId });
		records.update({ id: recordId, revision, fields: { access: 'closed' } });
		await expect(save('text')).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test.each(['docx', 'xliff', 'text'] as const)('has as %s no title of a record that was redacted', async (format) => {
		const { archive, recordId, root, base, bringIn, writing, editions, records, sheetExport } = await setUp();
		writeFileSync(join(root, 'note.txt'), 'Gamma three.\n');
		const [item] = await archives.add(archive, join(root, 'note.txt'));
		const { revision } = records.get({ id: recordId });
		records.update({ id: recordId, revision, fields: { title: 'About Beta' } });
		const aim = { recordId, language: 'ru' };
		const aims = [aim, { recordId: item?.recordId as RecordId, language: 'ru' }];
		const path = join(root, `out.${translationEndings[format]}`);
		const readAll = async () => {
			await sheetExport.toFile({ aims: [aim], isPacked: false, format }, path);
			const { bytes } = await sheetExport.toBytes({ aims, isPacked: false, format });
			return Object.entries(unzipSync(bytes))
				.concat([['', readFileSync(path)]])
				.map(([name, own]) => {
					const parts = format === 'docx' ? Object.values(unzipSync(own)) : [own];
					return `${name} ${parts.map((part) => strFromU8(part)).join(' ')}`;
				})
				.join(' ');
		};
		expect(await readAll()).toContain('About Beta');
		const text = writeText(editions.blocks({ id: base })).replace('Beta', blackened);
		const { id } = await writing.redact({ recordId, baseEditionId: base, text });
		const all = await readAll();
		expect(all).not.toContain('Beta');
		expect(all).toContain(sheetCode(id, 'ru').replace('/', '_'));
		if (format !== 'text') return;
		writeFileSync(path, readFileSync(path, 'utf8').replace('[1]', '[1] Один'));
		expect(await bringIn(path)).toMatchObject({ translatedCount: 1, stray: [], edition: { baseEditionId: id } });
	});
});

test('the search finds a translation as a passage of its record, in its language, until it is undone', async () => {
	const { recordId, base, translating, search, history, editions } = await setUp();
	const found = () => {
		const index = createSearchIndex();
		const { owners, documents } = search.documents({ after: null, limit: 1000 });
		index.put(owners, documents);
		return index.search({ text: 'чайник' }, { offset: 0, limit: 10 });
	};
	const { edition } = translating.write({
		...{ recordId, baseEditionId: base, language: 'ru', text: '[2] Зелёный чайник', translator: '' },
	});
	const result = found();
	expect(result.hits).toMatchObject([
		{ ownerId: recordId, editionId: edition.id, kind: 'passage', number: 2, language: 'ru', isTranslation: true },
	]);
	expect(result.facets.languages).toEqual([{ value: 'ru', count: 1 }]);
	expect(search.documents({ after: null, limit: 1000 }).total).toBe(editions.get({ id: base }).passageCount + 1 + 1);
	history.undo();
	expect(found().hits).toEqual([]);
});

test('what is typed without a number of the text is refused, so that nothing of it is lost', async () => {
	const { recordId, base, translating } = await setUp();
	const write = (text: string) => () =>
		translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator: '' });
	expect(write('Words\n\n[1] Один')).toThrow(/Words/);
	expect(write('[1] Один\n\n[99] Лишнее')).toThrow(/\[99\]/);
	expect(write('Words')).toThrow(/Words/);
	expect(write('[illegible] words\n[1] Один')).toThrow(/illegible/);
	expect(write('\n [1] Один')().edition.maker).not.toBe('Lectern');
});

test('a file that comes home is taken for that when it is added to the library', async () => {
	const { archive, recordId, save, records, jobs } = await setUp();
	const { path } = await save('text');
	const blank = await archives.add(archive, path);
	expect(blank[0]?.recordId).not.toBe(recordId);
	const home = path.replace('out', 'home');
	writeFileSync(home, readFileSync(path, 'utf8').replace('[1]', '[1] Один'));
	const [item] = await archives.add(archive, home);
	expect(item).toMatchObject({ outcome: 'added', recordId, passageCount: 1, note: expect.stringContaining('1 of 8') });
	expect(records.get({ id: recordId })).toMatchObject({ translationIds: [expect.any(String)] });
	expect(jobs.list()).toHaveLength(3);
	archive.services.history.undo();
	expect(records.get({ id: recordId })).toMatchObject({ translationIds: [] });
	expect(records.get({ id: recordId }).files).toHaveLength(1);
});

describe('a file whose code is lost, of a record that was redacted since it went out', () => {
	test.each(['docx', 'xliff', 'text'] as const)(
		'as %s is of the redacted text only where it stands beside the words of that',
		async (format) => {
			const { recordId, base, save, bringIn, writing, editions, translating } = await setUp();
			const fill = (path: string) => {
				if (format === 'docx') {
					const files = unzipSync(readFileSync(path));
					for (const [name, bytes] of Object.entries(files))
						if (name.endsWith('.xml')) files[name] = strToU8(withoutCode(strFromU8(bytes)));
					writeFileSync(path, zipSync(files));
				} else writeFileSync(path, withoutCode(readFileSync(path, 'utf8')));
				return path;
			};
			const withoutCode = (text: string) => text.replace(/LECTERN-[\w-]*/g, 'lost');
			const write = (baseEditionId: EditionId) =>
				translating.write({
					...{ recordId, baseEditionId, language: 'ru', text: '[1] Один\n\n[2] Бета и больше', translator: '' },
				});
			write(base);
			const full = fill((await save(format)).path);
			const fullHome = join(full, '../full-home') + full.slice(full.lastIndexOf('.'));
			writeFileSync(fullHome, readFileSync(full));
			const text = writeText(editions.blocks({ id: base })).replace('Beta', blackened);
			const redaction = await writing.redact({ recordId, baseEditionId: base, text });
			expect((await bringIn(fullHome, { recordId, language: 'ru' })).edition.baseEditionId).toBe(base);
			write(redaction.id);
			const redacted = fill((await save(format)).path);
			expect((await bringIn(redacted, { recordId, language: 'ru' })).edition.baseEditionId).toBe(redaction.id);
		},
	);

	test('and of the full one where nothing stands beside it', async () => {
		const { recordId, base, root, bringIn, writing, editions } = await setUp();
		const text = writeText(editions.blocks({ id: base })).replace('Beta', blackened);
		await writing.redact({ recordId, baseEditionId: base, text });
		writeFileSync(join(root, 'bare.txt'), '[2] Бета и больше\n');
		expect(await bringIn(join(root, 'bare.txt'), { recordId, language: 'ru' })).toMatchObject({
			edition: { baseEditionId: base },
		});
	});
});

test('a translation that came with a mail makes its record no part of the mail, the second time either', async () => {
	const { archive, root, recordId, save, links, translations } = await setUp();
	const { path } = await save('text');
	const home = Buffer.from(readFileSync(path, 'utf8').replace('[1]', '[1] Один')).toString('base64');
	const mail = (subject: string) =>
		`From: Sample <s@example.org>\r\nSubject: ${subject}\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\n\r\nSample words of ${subject}.\r\n--cut\r\nContent-Disposition: attachment; filename="home.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${home}\r\n--cut--\r\n`;
	for (const subject of ['First', 'Second']) {
		writeFileSync(join(root, `${subject}.eml`), mail(subject));
		const items = await archives.add(archive, join(root, `${subject}.eml`));
		expect(items[1]).toMatchObject({ name: `${subject}.eml/home.txt`, recordId });
	}
	expect(translations.list({})).toMatchObject([{ recordId, translatedCount: 1 }]);
	expect(links.list({ kind: 'record', id: recordId })).toEqual([]);
});

test.each(['library', 'record'] as const)(
	'a translation of a record in the bin brings it back, added at the %s',
	async (where) => {
		const { archive, recordId, save, bringIn, records, history } = await setUp();
		const { path } = await save('text');
		const home = path.replace('out', 'home');
		writeFileSync(home, readFileSync(path, 'utf8').replace('[1]', '[1] Один'));
		records.moveToBin({ ids: [recordId] });
		if (where === 'library') await archives.add(archive, home);
		else await bringIn(home, { recordId });
		expect(records.get({ id: recordId })).toMatchObject({ isInBin: false, translationIds: [expect.any(String)] });
		history.undo();
		expect(records.get({ id: recordId })).toMatchObject({ isInBin: true, translationIds: [] });
	},
);

describe('nothing is kept of a file that is asked for its text', () => {
	test('and is too large to be read', async () => {
		const { archive, root, recordId, bringIn, newEditions } = await setUp();
		const path = join(root, 'large.txt');
		writeFileSync(path, 'Sample words.\n');
		truncateSync(path, largestTextBytes + 1);
		const refused = { code: 'unsupported-format' };
		await expect(bringIn(path, { recordId, language: 'ru' })).rejects.toMatchObject(refused);
		await expect(newEditions.add({ id: newId(), recordId, path, name: 'large.txt' })).rejects.toMatchObject(refused);
		const kept = 'SELECT DISTINCT sha256 FROM original_chunks EXCEPT SELECT sha256 FROM originals';
		expect(archive.database.reader.all(kept)).toEqual([]);
	});

	test('and was withdrawn', async () => {
		const { archive, root, recordId, bringIn, newEditions, records, withdrawals, jobs } = await setUp();
		const path = join(root, 'gone.txt');
		writeFileSync(path, '[1] Sample words\n');
		const [item] = await archives.add(archive, path);
		const id = newId<JobId>();
		await withdrawals.purge({ id, recordIds: [item?.recordId as RecordId], reason: 'sample' });
		await jobs.whenEnded(id);
		const refused = { code: 'withdrawn', detail: { file: 'gone.txt', reason: 'sample' } };
		await expect(bringIn(path, { recordId, language: 'ru' })).rejects.toMatchObject(refused);
		await expect(newEditions.add({ id: newId(), recordId, path, name: 'gone.txt' })).rejects.toMatchObject(refused);
		expect(records.get({ id: recordId }).files).toHaveLength(1);
	});
});

test('a receipt has no file of a translator, who gave nothing', async () => {
	const { archive, root, recordId, save, jobs, records } = await setUp();
	const { path } = await save('text');
	const home = path.replace('out', 'home');
	writeFileSync(home, readFileSync(path, 'utf8').replace('[1]', '[1] Один'));
	await archives.add(archive, home);
	const jobId = jobs.list()[0]?.id as JobId;
	const [letter] = records.filesOf(recordId);
	const { receipts } = await archive.services.onDemand();
	const make = (of: { recordIds: RecordId[] } | { jobId: JobId }) => async () =>
		(await receipts.make({ of, hasFileNames: true, signature: null })).receipt.files.map(({ sha256 }) => sha256);
	expect(await make({ recordIds: [recordId] })()).toEqual([letter?.sha256]);
	writeFileSync(join(root, 'whole.txt'), 'Gamma three.\n');
	const [whole] = await archives.add(archive, join(root, 'whole.txt'));
	const wholeId = whole?.recordId as RecordId;
	archive.services.recordJoining.join({ id: wholeId, ids: [wholeId, recordId] });
	expect(records.get({ id: recordId }).joined).toMatchObject({ into: wholeId });
	expect(await make({ recordIds: [wholeId] })()).toEqual([whole?.sha256, letter?.sha256]);
	await expect(make({ jobId })()).rejects.toThrow('invalid-input');
});

test('a file that is added tells what of it is in no translation, and that it has replaced another', async () => {
	const { archive, recordId, base, save, translating } = await setUp();
	translating.write({ recordId, baseEditionId: base, language: 'ru', text: '[1] Один', translator: '' });
	const { path } = await save('text');
	const changed = readFileSync(path, 'utf8').replace(
		'[5]',
		'[5] Пять\n[5] Шесть\n[2, 4] Вместе\n[77] Лишнее\n[77] Лишнее',
	);
	writeFileSync(path, changed);
	const [item] = await archives.add(archive, path);
	expect(item?.note?.split('\n')).toEqual([
		expect.stringContaining('[77] Лишнее · [77] Лишнее'),
		message('translations.came.replaced'),
		expect.stringContaining('0, 3, 3a, 4a'),
		message('translations.came.repeated', { labels: '5' }),
		message('translations.came.joined', { labels: '2 + 4' }),
	]);
});

describe('passages that were translated as one', () => {
	const text = '[0] Заголовок\n[1] Один\n[2] Два и три\n[3] → 2\n[3a] Дельта\n[4] -> 2\n[4a] Четыре\n[5] Пять';

	test.each(['docx', 'xliff', 'text'] as const)(
		'are all translated, and are one still out and home as %s',
		async (format) => {
			const { recordId, base, save, bringIn, translating, translations, alignments, editions } = await setUp();
			const write = (words: string) =>
				translating.write({ recordId, baseEditionId: base, language: 'ru', text: words, translator: '' });
			const first = write(text);
			const whole = { translatedCount: 8, blank: [], joined: [['2', '3', '4']] };
			expect(first).toMatchObject(whole);
			expect(translations.list({})).toMatchObject([{ status: 'home', translatedCount: 8, passageCount: 8 }]);
			expect(
				alignments.list({ firstId: base, secondId: first.edition.id }).map(({ first: one, second }) => [one, second]),
			).toEqual(
				expect.arrayContaining([
					[2, 2],
					[3, 2],
					[5, 2],
				]),
			);
			expect(translating.begun({ recordId, language: 'ru' }).text).toContain('[4] → 2');
			expect(write(translating.begun({ recordId, language: 'ru' }).text)).toMatchObject({ ...whole, isSame: true });
			const { path, summary } = await save(format);
			expect(summary).toMatchObject({ passageCount: 8, doneCount: 8 });
			const outcome = await bringIn(path);
			expect(outcome).toMatchObject({ ...whole, stray: [], repeated: [] });
			expect(editions.blocks({ id: outcome.edition.id }).map((block) => block.text)).not.toContain('→ 2');
			expect(translations.list({})).toMatchObject([{ status: 'home', translatedCount: 8 }]);
		},
	);

	test('stay one where a file says nothing of them', async () => {
		const { recordId, base, root, bringIn, translating } = await setUp();
		translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator: '' });
		writeFileSync(join(root, 'later.txt'), '[5] Пятое\n');
		const later = await bringIn(join(root, 'later.txt'), { recordId, language: 'ru' });
		expect(later).toMatchObject({ translatedCount: 8, blank: [], joined: [['2', '3', '4']] });
	});
});

describe('what one translator joined', () => {
	const write = async (setting: Awaited<ReturnType<typeof setUp>>, language: string, text: string) => {
		const { recordId, base: baseEditionId, translating } = setting;
		return translating.write({ recordId, baseEditionId, language, text, translator: '' });
	};

	test('is joined in no other translation, nor in a later one that keeps it apart', async () => {
		const setting = await setUp();
		const { recordId, base, translating, alignments } = setting;
		const apart = '[1] One\n[2] Two\n[3] Three';
		await write(setting, 'ru', '[1] Один\n[2] Два и три\n[3] → 2');
		await write(setting, 'hy', apart);
		const begun = (language: string) => translating.begun({ recordId, language });
		for (const words of ['[1] One', '[2] Two', '[3] Three']) expect(begun('hy').text).toContain(words);
		expect(await write(setting, 'hy', begun('hy').text)).toMatchObject({ isSame: true, joined: [] });
		const { edition } = await write(setting, 'ru', '[1] Один\n[2] Два\n[3] Три');
		for (const words of ['[2] Два', '[3] Три']) expect(begun('ru').text).toContain(words);
		expect(
			alignments.list({ firstId: base, secondId: edition.id }).map(({ first, second }) => [first, second]),
		).toEqual(
			expect.arrayContaining([
				[1, 0],
				[2, 1],
				[3, 2],
			]),
		);
	});

	test('leads over others to one that is translated, and is refused where it leads nowhere', async () => {
		const setting = await setUp();
		expect(await write(setting, 'ru', '[2] Всё\n[3] → 2\n[4] → 3')).toMatchObject({ joined: [['2', '3', '4']] });
		for (const nowhere of ['[1] Один\n[3] → 2', '[1] Один\n[2] → 3\n[3] → 2'])
			await expect(write(setting, 'ru', nowhere)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	test('is another translation where the same words are of another passage', async () => {
		const setting = await setUp();
		const { editions } = setting;
		await write(setting, 'ru', '[1] Один');
		const second = await write(setting, 'ru', '[2] Один');
		expect(second).toMatchObject({ isSame: false, blank: expect.arrayContaining(['1']) });
		expect(editions.blocks({ id: second.edition.id })[0]?.number).toBe(2);
	});
});

describe('who translated it', () => {
	test('is still told where somebody goes on with it without being named, and of nobody else’s work', async () => {
		const { archive, recordId, base, root, translating, bringIn, save } = await setUp();
		const write = (text: string, translator = '') =>
			translating.write({ recordId, baseEditionId: base, language: 'ru', text, translator }).edition.maker;
		expect(write('[1] Один', 'First Translator')).toBe('First Translator');
		expect(write('[1] Один\n[2] Два')).toBe('First Translator');
		const { path } = await save('text');
		writeFileSync(path, readFileSync(path, 'utf8').replace('[5]', '[5] Пять'));
		await archives.add(archive, path);
		expect(archive.services.translations.shownIn(recordId, 'ru')).toMatchObject({
			maker: 'First Translator',
			passageCount: 3,
		});
		writeFileSync(join(root, 'other.txt'), '[1] Иначе\n[2] Совсем\n[5] Всё');
		const other = await bringIn(join(root, 'other.txt'), { recordId, language: 'ru', translator: '' });
		expect(other.edition.maker).toBe('');
		expect(write('[1] Заново')).not.toBe('First Translator');
	});
});

describe('a draft', () => {
	test('is of one language, knows the translation that it goes on from, and goes with its own alone', async () => {
		const { recordId, base, drafts, translating } = await setUp();
		const subject = (language: string) => ({ recordId, about: translationInto(language) });
		const keep = (language: string, translationId: EditionId | null) =>
			drafts.keep({ ...subject(language), text: `[1] ${language}`, language, baseEditionId: base, translationId });
		const { edition } = translating.write({
			...{ recordId, baseEditionId: base, language: 'ru', text: '[1] Один', translator: '' },
		});
		expect(translating.begun({ recordId, language: 'ru' }).translation?.id).toBe(edition.id);
		expect(translating.begun({ recordId, language: 'hy' }).translation).toBeNull();
		keep('hy', null);
		keep('ru', edition.id);
		translating.write({ recordId, baseEditionId: base, language: 'ru', text: '[1] Ещё', translator: '' });
		expect(drafts.find(subject('ru'))).toBeNull();
		expect(drafts.find(subject('hy'))).toMatchObject({ text: '[1] hy', language: 'hy', translationId: null });
		keep('ru', edition.id);
		expect(drafts.find(subject('ru'))).toMatchObject({ translationId: edition.id });
	});
});

describe('a table that an office program made another of', () => {
	const cellsOf = (...cells: string[][]) =>
		`<table>${cells.map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('')}</table>`;

	test('is a table still where rows of a Word document were merged', async () => {
		const { save, bringIn, editions } = await setUp('Alpha one.\n\nBeta two.\n\nGamma three.\n\nDelta four.\n');
		const { path } = await save('docx');
		const files = unzipSync(readFileSync(path));
		const name = 'word/document.xml';
		const rows = strFromU8(files[name] as Uint8Array).split('</w:tr>');
		const paragraphs = (words: string[]) => words.map((each) => `<w:p><w:r><w:t>${each}</w:t></w:r></w:p>`).join('');
		const written = (...cells: string[][]) =>
			`<w:tr>${cells.map((each) => `<w:tc>${paragraphs(each)}</w:tc>`).join('')}`;
		const one = written(['1'], ['Alpha one!'], ['Альфа', 'один']);
		const merged = written(['2', '3'], ['Beta two.', 'Gamma three.'], ['Бета и гамма']);
		const [head = '', , , , last = '', end = ''] = rows;
		files[name] = strToU8([head, one, merged, last, end].join('</w:tr>'));
		writeFileSync(path, zipSync(files));
		const outcome = await bringIn(path);
		expect(outcome).toMatchObject({ stray: [], repeated: [], blank: ['4'], joined: [['2', '3']], translatedCount: 3 });
		expect(editions.blocks({ id: outcome.edition.id }).map(({ text }) => text)).toEqual([
			'Альфа\nодин',
			'Бета и гамма',
		]);
	});

	test('is a table still, whatever is in its cells: merged rows, a list, an original that was corrected', async () => {
		const { base, root, bringIn, editions } = await setUp('Alpha one.\n\nBeta two.\n\nGamma three.\n\nDelta four.\n');
		const path = join(root, 'home.html');
		const table = cellsOf(
			['No.', 'English', 'Translation: Russian [ru]'],
			['<p>1</p>', '<p>Alpha one!</p>', '<p>Альфа</p><ol><li><p>один</p></li><li><p>два</p></li></ol>'],
			['<p>2</p><p>3</p>', '<p>Beta two.</p><p>Gamma three.</p>', '<p>Бета и гамма</p>'],
			['<p>4</p>', '<p>Delta four.</p>', '<p>Дельта</p>'],
		);
		writeFileSync(path, `<html><body><p>${sheetCode(base, 'ru')}</p>${table}</body></html>`);
		const outcome = await bringIn(path);
		expect(outcome).toMatchObject({ stray: [], repeated: [], blank: [], joined: [['2', '3']], translatedCount: 4 });
		expect(editions.blocks({ id: outcome.edition.id }).map(({ text }) => text)).toEqual([
			'Альфа\n1. один\n2. два',
			'Бета и гамма',
			'Дельта',
		]);
	});
});
