import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

/** Dates in several languages, ambiguous and inferred ones, and numbers that are none. */
const sample = [
	'The blue shed was painted on 19 September 2003 by nobody at all.',
	'It fell down on 4 May, as page 1999 says, and 2000 hens saw it.',
	'The tin says 03/04/2001, and perhaps it is right.',
	'Сарай снова покрасили летом 2005 года.',
].join('\n\n');

test('dates in a text are attached to events and to the record, or rejected, at their place and with undo', async ({
	start,
	folder,
}) => {
	const { page, pages } = await start({ add: [writeFile(folder, 'shed.txt', `${sample}\n`)] });
	const { frame, library, foundDates, chronology, reader } = pages;

	await test.step('from the inspector of the record, each with what it means and why', async () => {
		await library.select('shed');
		await foundDates.openButton.click();
		await expect(foundDates.filter('open', 4)).toHaveAttribute('aria-pressed', 'true');
		await expect(foundDates.items).toHaveCount(4);
		await expect(foundDates.item('19 September 2003').locator('mark')).toHaveText('19 September 2003');
		await expect(foundDates.item('4 May')).toContainText(message('found-dates.inferred.year-before', { year: '2003' }));
		await expect(foundDates.item('летом 2005 года')).toContainText('2005-22');
		await expect(foundDates.item('03/04/2001')).toContainText(message('found-dates.ambiguous'));
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('a new event, dated in the words of the source and attested by them', async () => {
		await foundDates.button('new-event-on', '19 September 2003').click();
		await expect(chronology.field(message('date.edtf'))).toHaveValue('2003-09-19');
		await expect(chronology.field(message('chronology.date-words'))).toHaveValue('19 September 2003');
		await expect(chronology.field(message('chronology.source'))).toHaveValue(
			message('links.at-paragraph', { title: 'shed', number: 1 }),
		);
		await chronology.field(message('chronology.column.title')).fill('A sample painting');
		await page.keyboard.press('Enter');
		await expect(foundDates.filter('used', 1)).toBeVisible();
		await expect(foundDates.item('19 September 2003')).toHaveCount(0);
		await expect(foundDates.firstLink).toBeFocused();
	});

	await test.step('another reading of an ambiguous date, made a date of the record, and taken back', async () => {
		await foundDates.chooseReading('03/04/2001', '3 April 2001');
		await foundDates.button('record-date-of', '03/04/2001').click();
		await frame.menuItem(message('date-type.received')).click();
		await expect(foundDates.filter('used', 2)).toBeVisible();
		await frame.press('history.undo');
		await expect(foundDates.filter('used', 1)).toBeVisible();
	});

	await test.step('one is attached to an event that is there, found by its title', async () => {
		await foundDates.button('other-event-of', '4 May').click();
		await foundDates.eventPicker.fill('sample paint');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(foundDates.filter('used', 2)).toBeVisible();
		await foundDates.filter('used', 2).click();
		await expect(foundDates.item('4 May')).toContainText(
			message('found-dates.attests', { title: 'A sample painting' }),
		);
	});

	await test.step('one is rejected, which is remembered, and offered again', async () => {
		await foundDates.filter('open', 2).click();
		await foundDates.button('reject-words', '03/04/2001').click();
		await expect(foundDates.filter('open', 1)).toBeVisible();
		await foundDates.againButton.click();
		await expect(foundDates.filter('open', 1)).toBeVisible();
		await foundDates.filter('rejected', 1).click();
		await foundDates.button('readmit-words', '03/04/2001').click();
		await expect(foundDates.filter('open', 2)).toBeVisible();
	});

	await test.step('it is opened at its place; the event tells what attests it', async () => {
		await foundDates.filter('open', 2).click();
		await foundDates.item('летом 2005 года').getByRole('link').click();
		await expect(reader.text).toContainText('Сарай снова покрасили');
		await frame.press('go.back');
		await expect(foundDates.items).toHaveCount(2);
		await frame.goTo('navigation.chronology');
		await chronology.row('A sample painting').click();
		await expect(chronology.details).toContainText('shed');
		await expect(chronology.details).toContainText('19 September 2003');
	});
});
