import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertArchiveRow } from '#archive/archive-row.ts';
import { CustodyService } from '#archive/custody/custody-service.ts';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { OriginalsService } from '#archive/originals/originals-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { ReferencesService } from '#archive/references/references-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { cardTextOf, readQuoteCard, withCardData } from '#shared/cite/quote-card-file.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { ArchiveId, EditionId, LinkId } from '#shared/domain/ids.ts';
import { CardProofService } from './card-proof-service.ts';
import { CardsService } from './cards-service.ts';
import { Counterparts } from './counterparts.ts';

const onePixel = new Uint8Array(
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64'),
);

function open() {
	const archive = openTestArchive();
	const { database, editions } = archive;
	database.step('setup', (step) => insertArchiveRow(step, { id: testId<ArchiveId>(7), title: 'Sample archive' }), {
		kind: 'setup',
	});
	const records = new RecordsService(database, editions);
	const descriptions = new DescriptionsService(database, records);
	const references = new ReferencesService(database, { records, editions, descriptions }, () => 'en');
	const custody = new CustodyService(database);
	const links = new LinksService(database, editions, new NamesService(database), () => 'en');
	const counterparts = new Counterparts(editions, links, records);
	const cards = new CardsService(database, { records, editions, references, custody, counterparts });
	const originals = new OriginalsService(database);
	const proof = new CardProofService(database, { records, editions, originals, custody });
	const log = (subject: string) =>
		database.write((writer) => custody.append(writer, 'edited', subject, { reason: 'sample' }));
	log('first');
	const recordId = archive.addRecord(1);
	const edition = archive.addEdition(recordId, ['Alpha beta gamma', 'Delta epsilon']);
	const range = rangeOf(edition.id, 0, 10);
	const make = () => cards.make({ recordId, range, style: 'chicago' });
	const failures = async (file: string) =>
		(await proof.prove({ file }))
			.filter(({ outcome }) => outcome === 'other' || outcome === 'absent')
			.map(({ item }) => item);
	return { ...archive, cards, links, log, recordId, edition, range, make, failures, proof };
}

function rangeOf(editionId: EditionId, ordinal: number, endOffset: number): TextRange {
	return { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset };
}

test('a card holds its words, reference and digests for people, and is proved in every form', async () => {
	const { make, failures, edition, proof } = open();
	const { text, html, svg } = make();
	expect(text.split('\n')[0]).toBe('“Alpha beta”');
	expect(text).toContain(`SHA-256 ${edition.textSha256}`);
	expect(html.startsWith('<article><blockquote lang="en" dir="auto"><p>“Alpha beta”</p></blockquote>')).toBe(true);
	expect(await failures(text)).toEqual([]);
	expect(await failures(html)).toEqual([]);
	expect(svg).toContain('>“Alpha beta”</text>');
	expect(await failures(svg)).toEqual([]);
	expect(await failures(text.replaceAll('\n', '\r\n'))).toEqual([]);
	expect((await proof.prove({ file: text })).find(({ item }) => item === 'original')?.outcome).toBe('not-checked');
});

test('a picture draws words that are read from right to left so, and is proved', async () => {
	const { addRecord, addEdition, cards, failures } = open();
	const recordId = addRecord(2);
	const words = 'אבג alpha דהו 12. '.repeat(12).trim();
	const edition = addEdition(recordId, [words]);
	const { svg } = cards.make({ recordId, range: rangeOf(edition.id, 0, words.length), style: 'short' });
	const lines = [...svg.matchAll(/<text class="words" ([^>]*) y="\d+">/g)].map(([, place]) => place);
	expect(lines.length).toBeGreaterThan(1);
	expect(new Set(lines)).toEqual(new Set(['direction="rtl" x="684"']));
	expect(svg).toMatch(/<text class="reference" x="36"/);
	expect(await failures(svg)).toEqual([]);
	const madeBefore = svg.replaceAll('direction="rtl" x="684"', 'x="36"');
	expect(await failures(madeBefore)).toEqual([]);
	expect(await failures(svg.replace('direction="rtl" x="684"', 'x="36"'))).toEqual(['readable']);
});

test('a picture of dots is proved by the data in it, and says that nobody read what it shows', async () => {
	const { make, cards, proof, recordId, edition } = open();
	const read = readQuoteCard(make().text);
	if (!read) throw new Error('no card');
	const png = withCardData(onePixel, read.card);
	const file = cardTextOf(png) ?? '';
	const findings = await proof.prove({ file });
	expect(findings.filter(({ outcome }) => outcome !== 'holds')).toMatchObject([
		{ item: 'readable', outcome: 'not-checked', said: read.card.quoted.reference },
		{ item: 'original', outcome: 'not-checked' },
	]);
	const forged = { ...read.card, quoted: { ...read.card.quoted, words: 'Alpha eta' } };
	const found = await proof.prove({ file: cardTextOf(withCardData(onePixel, forged)) ?? '' });
	expect(found.filter(({ outcome }) => outcome === 'other')).toMatchObject([{ item: 'words', found: 'Alpha beta' }]);
	expect(cardTextOf(onePixel)).toBeNull();
	// What is no picture cannot pass for one.
	expect(cardTextOf(new TextEncoder().encode(`\ufeff ${file}`))).toBe('');

	const folder = mkdtempSync(join(tmpdir(), 'lectern-card-'));
	const path = join(folder, 'card.png');
	try {
		const base64 = Buffer.from(png).toString('base64');
		await cards.saveTo({ path, base64 });
		expect(new Uint8Array(readFileSync(path))).toEqual(png);
		// Nothing but cards is written where the window says.
		for (const other of [onePixel, new TextEncoder().encode('No card at all')])
			await expect(cards.saveTo({ path, base64: Buffer.from(other).toString('base64') })).rejects.toMatchObject({
				code: 'invalid-input',
			});
		expect(new Uint8Array(readFileSync(path))).toEqual(png);
	} finally {
		rmSync(folder, { recursive: true });
	}
	const passage = cards.cardOf({ recordId, range: { editionId: edition.id, ordinal: 1 }, style: 'chicago' });
	expect(passage.quoted).toMatchObject({ words: 'Delta epsilon', place: [1, 0, 1, 13] });
});

test('the log may have grown since, and nothing else', async () => {
	const { make, failures, log, connection } = open();
	const { text } = make();
	log('second');
	expect(await failures(text)).toEqual([]);
	connection.run('DROP TRIGGER custody_events_unchanged');
	connection.run(`UPDATE custody_events SET subject = 'other' WHERE sequence = 1`);
	expect(await failures(text)).toEqual(['custody']);
});

test('what was altered on either side is found', async () => {
	const { make, failures, connection, edition, moveToBin, recordId } = open();
	const { text, html, svg } = make();
	expect(await failures(svg.replace('Alpha beta', 'Alpha eta'))).toEqual(['readable']);
	expect(await failures(svg.replaceAll('Alpha beta', 'Alpha eta'))).toEqual(['words']);
	// Drawn over the words, before or after them.
	const cover = '<rect width="720" height="90"/><text class="words" x="36" y="60">Alpha eta</text>\n';
	expect(await failures(svg.replace('<metadata', `${cover}<metadata`))).toEqual(['readable']);
	expect(await failures(svg.replace('</svg>', `${cover}</svg>`))).toEqual(['readable']);
	expect(await failures(svg.replace('<style>', `${cover}<style>`))).toEqual(['readable']);
	expect(await failures(svg.replace('</style>', 'text{opacity:0}</style>'))).toEqual(['readable']);
	expect(await failures(text.replace('Alpha beta', 'Alpha eta'))).toEqual(['readable']);
	expect(await failures(html.replace('Alpha beta', 'Alpha eta'))).toEqual(['readable']);
	const hiding = '<style>article{display:none}</style><p>“Alpha eta”</p>';
	expect(await failures(html.replace('</article>', `</article>${hiding}`))).toEqual(['readable']);
	expect(await failures(`${html}${hiding}`)).toEqual(['readable']);
	// A picture that ends above its last words, or has a line of facts among them.
	expect(await failures(svg.replace(/viewBox="0 0 720 \d+"/, 'viewBox="0 0 720 70"'))).toEqual(['readable']);
	expect(await failures(svg.replace(/(viewBox="0 0 720 |height=")\d{2,}"/g, '$170"'))).toEqual(['readable']);
	expect(await failures(svg.replace(/(class="fact" x="36" y=")\d+"/, '$160"'))).toEqual(['readable']);
	expect(await failures(`Not so: ${text}`)).toEqual(['readable']);
	expect(await failures(text.replaceAll('Alpha beta', 'Alpha eta'))).toEqual(['words']);
	connection.run('DROP TRIGGER blocks_unchanged');
	connection.run('UPDATE blocks SET text = ? WHERE edition_id = ? AND ordinal = 1', 'Delta eta', edition.id);
	expect(await failures(text)).toEqual(['edition']);
	connection.run('UPDATE blocks SET text = ? WHERE edition_id = ? AND ordinal = 0', 'Beta', edition.id);
	expect(await failures(text)).toEqual(['edition', 'words', 'paragraphs']);
	moveToBin(recordId);
	expect(await failures(text)).toEqual(['record', 'edition', 'words', 'paragraphs']);
});

test('a translation that is linked stands beside the words, and is proved too', async () => {
	const { addRecord, addEdition, links, make, failures, recordId, range } = open();
	const otherId = addRecord(2);
	const other = addEdition(otherId, ['Альфа бета гамма'], 'ru');
	links.add({
		id: testId<LinkId>(71),
		type: 'translates',
		from: { kind: 'record', id: otherId, range: rangeOf(other.id, 0, 10) },
		to: { kind: 'record', id: recordId, range },
	});
	const { text } = make();
	expect(text).toContain('\n\n«Альфа бета»\n— ');
	expect(await failures(text)).toEqual([]);
	expect(await failures(text.replaceAll('Альфа бета', 'Альфа гамма'))).toEqual(['words']);
});

test('what is no card is refused', async () => {
	const { failures } = open();
	for (const file of ['', 'Sample', 'lectern-quote-card: {', 'lectern-quote-card: {"lecternQuoteCard":2}'])
		await expect(failures(file)).rejects.toThrow(/invalid-input/);
});
