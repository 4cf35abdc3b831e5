import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawPage } from '#archive/testing/drawn-page.ts';
import { scannedPdf } from '#archive/testing/scanned-pdf.ts';
import { greyOf, writeTiff } from '#archive/testing/test-tiff.ts';
import { providedLanguages } from '#shared/domain/recognition.ts';
import { meanConfidence } from './language-trial.ts';
import { type RecognisedPage, recognise } from './recognise.ts';

const latin = 'The green kettle stood on the seventh shelf, and nobody in the invented village had put it there.';
const cyrillic = 'Зелёный чайник стоял на седьмой полке, и никто в выдуманной деревне его туда не ставил.';
const armenian = 'Կանաչ կատուն նստած էր սեղանի տակ, իսկ մարդիկ մոտակա տան մեջ քնած էին։';
const turkish = 'Yeşil çaydanlık yedinci rafta duruyordu ve uydurma köyde kimse onu oraya koymamıştı.';
/** A page is drawn and read within seconds; a busy machine takes its time over the seven trials of a language. */
const patience = { timeout: 120_000 };

let latinPage: Buffer;
beforeAll(() => {
	latinPage = drawPage([latin, 'A second paragraph, 1234.']);
}, 60_000);

const dataOf = (code: string) => ({ code, path: resolve('resources/tessdata', `${code}.traineddata.gz`) });

async function read(bytes: Uint8Array, code: string, mediaType = 'image/png'): Promise<RecognisedPage> {
	const task = { kind: 'page', bytes, mediaType, page: 1, languages: [dataOf(code)] } as const;
	const result = await recognise('sample', { ...task, languages: [...task.languages] });
	return (result as { page: RecognisedPage }).page;
}

function textsOf({ blocks }: RecognisedPage): string[] {
	return blocks.map(({ block }) => block.text.replaceAll('\n', ' '));
}

describe('a page', patience, () => {
	test('of Latin letters is read paragraph by paragraph', async () => {
		const page = await read(latinPage, 'eng');
		expect(textsOf(page)).toEqual([latin, 'A second paragraph, 1234.']);
		expect(page).toMatchObject({ pageCount: 1, widthPx: 1400, heightPx: 700 });
	});

	test('says of each word where it stands, in fractions, and how sure it is', async () => {
		const { blocks } = await read(latinPage, 'eng');
		const [first, second] = blocks;
		const words = first?.words.map(({ start, end }) => first.block.text.slice(start, end));
		expect(words?.join(' ')).toBe(latin);
		const [the] = first?.words ?? [];
		// The page's margin is 90 pixels wide.
		expect(the?.box.x).toBeCloseTo(90 / 1400, 2);
		expect(the?.confidence).toBeGreaterThan(80);
		expect(second?.words[0]?.box.y).toBeGreaterThan((the?.box.y ?? 1) + 0.1);
	});

	test('of Cyrillic letters is read', async () => {
		expect(textsOf(await read(drawPage([cyrillic]), 'rus'))).toEqual([cyrillic]);
	});

	test('of Armenian letters is read; the full stop comes out as a colon', async () => {
		expect(textsOf(await read(drawPage([armenian]), 'hye'))).toEqual([armenian.replace('։', ':')]);
	});

	test('that was scanned askew is read', async () => {
		const page = await read(drawPage([latin], { isScan: true }), 'eng');
		expect(textsOf(page)).toEqual([latin]);
		expect(meanConfidence(page.blocks)).toBeGreaterThan(80);
	});

	test('of a scanned PDF is read from the picture in it', async () => {
		const page = await read(scannedPdf(latinPage), 'eng', 'application/pdf');
		expect(textsOf(page)).toEqual([latin, 'A second paragraph, 1234.']);
		expect(page.blocks[0]?.words[0]?.box.x).toBeCloseTo(90 / 1400, 2);
	});

	test('of a TIFF is read, whichever it is', async () => {
		const second = greyOf(latinPage);
		const blank = { ...second, data: new Uint8Array(second.data.length).fill(255) };
		const task = { kind: 'page', bytes: writeTiff([blank, second]), mediaType: 'image/tiff', page: 2 } as const;
		const result = await recognise('sample', { ...task, languages: [dataOf('eng')] });
		const { page } = result as { page: RecognisedPage };
		expect(page.pageCount).toBe(2);
		expect(textsOf(page)).toEqual([latin, 'A second paragraph, 1234.']);
	});

	test('that lies upside down is read, with its words where they lie', async () => {
		const upright = greyOf(latinPage);
		const page = await read(writeTiff([{ ...upright, data: upright.data.toReversed() }]), 'eng', 'image/tiff');
		expect(textsOf(page)).toEqual([latin, 'A second paragraph, 1234.']);
		const the = page.blocks[0]?.words[0]?.box;
		expect(the && the.x + the.width).toBeCloseTo(1 - 90 / 1400, 2);
		expect(the?.y).toBeGreaterThan(page.blocks[1]?.words[0]?.box.y ?? 1);
	});

	test('without a letter on it gives nothing', async () => {
		expect(textsOf(await read(drawPage([]), 'eng'))).toEqual([]);
	});

	test('that is cut off in the middle of its data is refused by name', async () => {
		const cut = latinPage.subarray(0, 40);
		await expect(read(cut, 'eng')).rejects.toMatchObject({ code: 'unsupported-format', detail: { file: 'sample' } });
	});
});

describe('the language of a page', patience, () => {
	const candidates = providedLanguages.map(({ code, ...known }) => ({ ...known, ...dataOf(code) }));
	test.each([
		['eng', latin],
		['rus', cyrillic],
		['hye', armenian],
		['tur', turkish],
	])('is found out: %s', async (code, text) => {
		const bytes = drawPage([text, text]);
		const task = { kind: 'language', bytes, mediaType: 'image/png', page: 1, candidates } as const;
		expect(await recognise('sample', { ...task, candidates })).toEqual({ kind: 'language', code });
	});
});

test('a file that is no language data is told from one', patience, async () => {
	const language = { code: 'eng', path: resolve('package.json') };
	await expect(recognise('sample', { kind: 'check', language })).rejects.toMatchObject({ code: 'invalid-input' });
	await expect(recognise('sample', { kind: 'check', language: dataOf('kat') })).resolves.toMatchObject({
		kind: 'check',
	});
});
