import type { Page } from '@playwright/test';
import { purposes } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { type JourneyDocument, journeyDocument } from './fixtures/journey-document.ts';
import {
	describedTitle,
	digestTitle,
	expectedLinks,
	starterEvents,
	starterNames,
	starterRecordCount,
} from './fixtures/starter.ts';
import { expect, type Started, test } from './fixtures/test.ts';
import type { LecternPages } from './pages/lectern.ts';

const { step } = test;
const keyOf = { note: 'N', claim: 'C', evidence: 'E', dispute: 'D', question: 'Q' } as const;

test('a person starts it, adds a document, reads, finds, marks and notes; closed and opened, everything is there', async ({
	start,
	folder,
}) => {
	const document = journeyDocument(folder);
	const first = await start();
	await step('the starter archive is there', () => seeStarterArchive(first.pages));
	await step('add the document', () => addDocument(first, document));
	await step('open and read it', () => read(first.pages, document));
	const word = await step('find a passage', () => find(first.pages, document));
	const marks = await step('mark and note', () => markAndNote(first.pages));
	await step('go back, forward, and anywhere', () => goAround(first.pages, document));
	const position = await step('leave it in the middle', () => leaveInTheMiddle(first.pages, document));
	expect(await first.outsideRequests()).toBe(0);
	await first.close();

	const second = await start();
	await step('everything is there', async () => {
		const { library, reader, cards, frame, search, annotations } = second.pages;
		await expect(library.holdingOf(document.title)).toHaveText(message('record.holding.held'));
		await expect(frame.navigationEntry('navigation.annotations')).toContainText(String(marks.count));
		await library.open(document.title);
		// The place is kept as a place in the text: within a line of where it was.
		await expect.poll(async () => Math.abs((await reader.scrollTop()) - position)).toBeLessThan(40);
		await expect(cards.all).toHaveCount(marks.count);
		await expect(cards.card('claim', marks.noted)).toContainText('Second thoughts');
		await expect(cards.tags(cards.card('claim', marks.noted)).first()).toHaveText('sample tag');
		await search.box.fill(word);
		await expect(search.hit(document.title, 5)).toBeVisible();
		await frame.goTo('navigation.annotations');
		await expect(annotations.rows).toHaveCount(marks.count);
		await annotations.purposeChip('claim').click();
		await expect(annotations.rows).toHaveCount(1);
		await annotations.rows.first().click();
		await expect(await reader.paragraph(marks.noted)).toBeInViewport();
		await expect(cards.card('claim', marks.noted)).toBeInViewport();
	});
	expect(await second.outsideRequests()).toBe(0);
});

async function seeStarterArchive({ library, names, chronology, reader, frame }: LecternPages): Promise<void> {
	await expect.poll(() => library.count()).toBe(starterRecordCount);
	await expect(library.holdingOf(digestTitle)).toHaveText(message('record.holding.held'));
	await expect(library.holdingOf(describedTitle)).toHaveText(message('record.holding.described-only'));

	await library.open(digestTitle);
	await expect(reader.title).toHaveText(digestTitle);
	await expect(reader.number(1)).toBeVisible();

	await frame.goTo('navigation.names');
	await expect.poll(() => names.count()).toBe(starterNames.length);
	const [name] = starterNames;
	const russian = name?.forms.find(({ language }) => language === 'ru')?.text ?? '';
	await names.findField.fill(russian);
	await expect(names.options).toHaveCount(1);
	await names.option(russian).click();
	await expect(names.forms).toHaveCount(name?.forms.length ?? 0);

	await frame.goTo('navigation.chronology');
	await expect(chronology.rows).toHaveCount(starterEvents.length);
	await frame.goTo('library.title');
	await expect(library.grid).toBeVisible();
}

async function addDocument({ pages, ...running }: Started, document: JourneyDocument): Promise<void> {
	const { library, frame, adding } = pages;
	await running.chooseFiles([document.file], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.outcome(document.fileName, document.outcome)).toBeVisible();
	await frame.closeToasts();
	await frame.goTo('library.title');
	await expect(library.holdingOf(document.title)).toHaveText(message('record.holding.held'));
	expect(await library.count()).toBe(document.recordCount);
	await library.select(document.title);
	await expect(library.openButton).toBeVisible();
	if (!document.isDescribed) return;
	await frame.tab('links.tab').click();
	await expect(library.passageLinks).toHaveCount(expectedLinks.length);
}

async function read({ library, reader, frame }: LecternPages, document: JourneyDocument): Promise<void> {
	await library.open(document.title);
	await expect(reader.numbers).toHaveCount(document.paragraphCount);
	await expect(reader.number(document.paragraphCount)).toHaveText(String(document.paragraphCount));
	await expect(reader.position(1, document.paragraphCount)).toBeVisible();
	const entries = reader.contentsEntries;
	await expect(entries).not.toHaveCount(0);
	const before = await reader.scrollTop();
	await entries.last().click();
	await expect.poll(() => reader.scrollTop()).toBeGreaterThan(before);
	await expect(entries.last()).toHaveAttribute('aria-current', 'location');
	await frame.press('passage.return');
	await expect(reader.position(1, document.paragraphCount)).toBeVisible();
}

/** Gives the word that was searched. */
async function find({ page, reader, search, frame }: LecternPages, document: JourneyDocument): Promise<string> {
	const word = rarestWord(await reader.paragraphText(5), await reader.text.innerText());
	await frame.press('search.open');
	await expect(search.box).toBeFocused();
	for (let length = 1; length <= word.length; length += 1) {
		await page.keyboard.type(word.charAt(length - 1));
		if (length > 2) await expect(search.hit(document.title, 5)).toBeVisible();
	}
	await search.select(search.hit(document.title, 5));
	await expect(search.preview).toContainText(word);
	await expect(search.markIn(search.preview)).toBeVisible();
	await search.openButton.click();
	await expect(await reader.paragraph(5)).toBeInViewport();
	await expect(await reader.paragraph(5)).toBeFocused();
	await expect.poll(() => reader.highlighted('search-hit')).toContain(word);
	return word;
}

/** Marks a passage with each of the five purposes by keyboard and one with the mouse; writes, tags, deletes, undoes. */
async function markAndNote({ page, reader, cards, frame }: LecternPages): Promise<{ count: number; noted: number }> {
	for (const [at, purpose] of purposes.entries()) {
		await reader.focusParagraph(at + 1);
		await page.keyboard.press(`Key${keyOf[purpose]}`);
		await expect(cards.editor).toBeFocused();
		await page.keyboard.type(`Sample thought ${at + 1}`);
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(cards.editor).toHaveCount(0);
		await expect(cards.card(purpose, at + 1)).toContainText(`Sample thought ${at + 1}`);
		await expect.poll(() => reader.highlighted(`purpose-${purpose}`)).toHaveLength(1);
	}
	const byMouse = await reader.selectWithMouse(6, 20);
	await reader.markSelection('evidence');
	await expect(cards.editor).toBeFocused();
	await page.keyboard.type('By mouse');
	await cards.doneButton.click();
	await expect.poll(() => reader.highlighted('purpose-evidence')).toContain(byMouse);

	const noted = purposes.indexOf('claim') + 1;
	const card = cards.card('claim', noted);
	await cards.edit(card);
	await cards.editor.fill('**Second thoughts** on a sample\n\n- alpha &amp; omega\n- beta');
	await cards.doneButton.click();
	await expect(card.getByRole('strong')).toHaveText('Second thoughts');
	await expect(card.getByRole('listitem').filter({ hasText: 'alpha & omega' })).toBeVisible();
	await cards.tagField(card).fill('sample tag');
	await page.keyboard.press('Enter');
	await expect(cards.tags(card).first()).toHaveText('sample tag');

	await removeUndoRedo(page, { cards, frame });
	return { count: purposes.length, noted };
}

/** The card made with the mouse: deleted, back, gone again for good. */
async function removeUndoRedo(page: Page, { cards, frame }: Pick<LecternPages, 'cards' | 'frame'>): Promise<void> {
	const card = cards.card('evidence', 6);
	await cards.act(card, 'annotations.remove');
	await expect(card).toHaveCount(0);
	await frame.press('history.undo');
	await expect(card).toContainText('By mouse');
	await frame.press('history.redo');
	await expect(card).toHaveCount(0);
	await expect(
		page.getByText(message('history.redone', { step: message('history.step.evidenceRemoved') })),
	).toBeVisible();
	await frame.closeToasts();
}

async function goAround({ page, reader, search, palette, library, frame }: LecternPages, document: JourneyDocument) {
	await frame.press('go.back');
	await expect(search.hits).toBeVisible();
	await frame.press('go.forward');
	await expect(reader.title).toBeVisible();
	await palette.goTo(describedTitle);
	await expect(reader.title).toHaveText(describedTitle);
	await expect(reader.text).toContainText(message('reader.described-only-means'));
	await palette.open();
	await page.keyboard.press('Escape');
	await expect(palette.dialog).toHaveCount(0);
	await search.box.fill('second thoughts');
	const note = search.options.filter({ hasText: 'Second thoughts on a sample alpha & omega' });
	await expect(search.markIn(note)).toHaveText(/^Second/);
	await frame.press('go.library');
	await library.open(document.title);
	await expect(reader.numbers).toHaveCount(document.paragraphCount);
}

/** Gives how far the page is scrolled. */
async function leaveInTheMiddle({ reader, frame }: LecternPages, document: JourneyDocument): Promise<number> {
	const middle = Math.ceil(document.paragraphCount / 2);
	await (await reader.paragraph(middle)).evaluate((element) => element.scrollIntoView({ block: 'start' }));
	await expect(frame.saved).toBeVisible();
	await expect.poll(() => reader.scrollTop()).toBeGreaterThan(0);
	return reader.scrollTop();
}

/** The longest word of a passage that stands once in the whole text, so that it finds this passage. */
function rarestWord(passage: string, text: string): string {
	const words = text.match(/[\p{L}\d]+/gu) ?? [];
	const own = (passage.match(/[\p{L}\d]+/gu) ?? []).filter(
		(word) => words.filter((other) => other === word).length === 1,
	);
	const [longest] = own.sort((a, b) => b.length - a.length);
	if (!longest) throw new Error('every word of this passage stands elsewhere too');
	return longest;
}
