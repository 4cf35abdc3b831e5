import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { QuotesService } from '#archive/quotes/quotes-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { ReferencesService } from '#archive/references/references-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import type { QuoteId } from '#shared/domain/ids.ts';
import type { QuoteFormat } from '#shared/domain/quote.ts';
import { QuotesExportService } from './quotes-export-service.ts';

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, archive.editions);
	const descriptions = new DescriptionsService(archive.database, records);
	const references = new ReferencesService(
		archive.database,
		{ records, editions: archive.editions, descriptions },
		() => 'en',
	);
	const quotes = new QuotesService(archive.database, records, references, () => '');
	const files = new QuotesExportService(archive.database, quotes, records);
	const add = (number: number, recordId: ReturnType<typeof archive.addRecord>, texts: string[], language = 'en') => {
		const { id } = archive.addEdition(recordId, texts, language);
		const endOffset = texts.at(-1)?.length ?? 0;
		const range = { editionId: id, startOrdinal: 0, startOffset: 0, endOrdinal: texts.length - 1, endOffset };
		return { editionId: id, ...quotes.add({ id: testId<QuoteId>(50 + number), folderId: null, recordId, range }) };
	};
	const { folderId } = add(1, archive.addRecord(1), ['Альфа <бета> & *гамма*', 'Дельта \u0007'], 'ru');
	quotes.update({ id: testId<QuoteId>(51), revision: 1, note: 'My sample note' });
	const gone = add(2, archive.addRecord(2), ['Epsilon zeta']);
	// Another program may do what Lectern does not let itself do.
	archive.connection.run('DROP TRIGGER blocks_unchanged');
	archive.connection.run('UPDATE blocks SET text = ? WHERE edition_id = ?', 'Epsilon eta', gone.editionId);
	add(3, archive.addRecord(3, { access: 'closed' }), ['Withheld words']);
	const addFromRight = () => add(4, archive.addRecord(4), ['«אבג דהו» 12.', 'Eta theta 7.'], 'he');
	const write = (format: QuoteFormat, style: CitationStyle = 'short') => files.toBytes({ folderId, format, style });
	const addSpaced = () => add(5, archive.addRecord(5), ['one   two\tthree', '  four\t five ']);
	return { write, files, addFromRight, addSpaced };
}

const changed = 'These words are no longer at this place of the text.';
const counts = { exported: 2, withheld: 1, flagged: 1 };

test('as Markdown: footnotes, the note, a flag on words that are gone, nothing of closed records', async () => {
	const { bytes, ...summary } = await open().write('markdown');
	expect(summary).toEqual(counts);
	const text = new TextDecoder().decode(bytes);
	expect(text).toMatch(
		/^# Quotes\n\n> «Альфа \\<бета> & \\\*гамма\\\*\n>\n> Дельта .»\[\^1\]\n\nMy sample note\n\n> “Epsilon zeta”\[\^2\]\n\n\*\*These words/,
	);
	expect(text).toMatch(/\n\[\^1\]: “Sample record 1”, ¶ 1–2\. \\<lectern:\S+>\n\[\^2\]: “Sample record 2”/);
	expect(text).not.toContain('Withheld');
});

test('as DOCX, which another program reads with its footnotes', async () => {
	const { bytes, ...summary } = await open().write('docx');
	expect(summary).toEqual(counts);
	const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
	expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
	expect(html).toContain('<h1>Quotes</h1>');
	expect(html).toContain('<p>«Альфа &lt;бета&gt; &amp; *гамма*</p>');
	expect(html).toContain(changed);
	expect(html).toContain('My sample note');
	expect(html).toMatch(/<ol><li id="footnote-1"><p>.*“Sample record 1”, ¶ 1–2\. &lt;lectern:/);
	expect(html).not.toContain('Withheld');
	const { 'word/document.xml': xml = new Uint8Array() } = unzipSync(bytes);
	expect(new TextDecoder().decode(xml)).toContain('<w:lang w:val="ru"/>');
});

test('references are marked as what their style is written in', async () => {
	const { write } = open();
	const partOf = async (format: QuoteFormat, style: CitationStyle, name: string) =>
		new TextDecoder().decode(unzipSync((await write(format, style)).bytes)[name]);
	for (const [style, language] of [
		['gost', 'ru'],
		['armenian', 'hy'],
		['chicago', 'en'],
		['short', 'en'],
	] as const) {
		const notes = await partOf('docx', style, 'word/footnotes.xml');
		expect(notes.match(/<w:lang [^>]*>/g)).toEqual(Array(2).fill(`<w:lang w:val="${language}"/>`));
		const content = await partOf('odt', style, 'content.xml');
		expect(content).toMatch(new RegExp(`style:name="reference"[^>]*><style:text-properties fo:language="${language}"`));
	}
});

test('as ODT: its type first and uncompressed, well-formed, with footnotes and languages', async () => {
	const { bytes, ...summary } = await open().write('odt');
	expect(summary).toEqual(counts);
	expect(new TextDecoder().decode(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
	const { 'content.xml': xml = new Uint8Array() } = unzipSync(bytes);
	const content = new TextDecoder().decode(xml);
	expect(content).toContain('fo:language="ru"');
	expect(content).toContain('«Альфа &lt;бета&gt; &amp; *гамма*');
	expect(content).toMatch(/Дельта \ufffd»<text:note text:id="note1" text:note-class="footnote">.*“Sample record 1”/);
	expect(content).toContain(changed);
	expect(content).not.toContain('Withheld');
});

test('each passage that is read from right to left says so, which no word processor finds out', async () => {
	const { write, addFromRight } = open();
	addFromRight();
	const xmlOf = async (format: QuoteFormat, name: string) => {
		const { [name]: xml = new Uint8Array() } = unzipSync((await write(format)).bytes);
		return new TextDecoder().decode(xml);
	};
	const docx = await xmlOf('docx', 'word/document.xml');
	const paragraphs = docx.split('<w:p>');
	expect(paragraphs.find((part) => part.includes('אבג'))).toMatch(/<w:bidi\/>.*<w:rtl\/>.*<w:lang w:bidi="he"\/>/s);
	expect(paragraphs.find((part) => part.includes('Eta theta'))).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
	expect(docx.match(/<w:bidi\/>/g)).toHaveLength(1);
	const odt = await xmlOf('odt', 'content.xml');
	const propertiesOf = (words: string) => {
		const [, style = ''] = new RegExp(`<text:p text:style-name="(\\w+)">[^<]*${words}`).exec(odt) ?? [];
		return new RegExp(`style:name="${style}"[^>]*><style:paragraph-properties ([^>]*)`).exec(odt)?.[1];
	};
	expect(propertiesOf('אבג')).toContain('style:writing-mode="rl-tb"');
	expect(propertiesOf('Eta theta')).toMatch(/^fo:margin-left(?!.*rl-tb)/);
});

test('spaces and tabs are words of the text too: ODT, which would leave one of several, keeps them by its own signs', async () => {
	const { write, addSpaced } = open();
	addSpaced();
	const { 'content.xml': xml = new Uint8Array() } = unzipSync((await write('odt')).bytes);
	const content = new TextDecoder().decode(xml);
	expect(content).toContain('“one<text:s text:c="3"/>two<text:tab/>three<');
	expect(content).toContain('><text:s text:c="2"/>four<text:tab/><text:s text:c="1"/>five ”<text:note ');
});

test('a folder that is not there cannot be written', async () => {
	const { files } = open();
	await expect(files.toBytes({ folderId: testId(9), format: 'odt', style: 'short' })).rejects.toThrow(/not-found/);
});
