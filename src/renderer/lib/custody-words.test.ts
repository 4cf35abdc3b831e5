import { afterEach, describe, expect, test } from 'vitest';
import { type CustodyDetails, custodyDetails } from '#shared/domain/custody.ts';
import { activateLocale } from '#shared/messages/messages.ts';
import { detailWords } from './custody-words.ts';

const inWords = (detail: CustodyDetails | Record<string, string | number>) =>
	detailWords(detail as Record<string, string | number>).map(({ label, value }) => `${label}: ${value}`);

afterEach(() => activateLocale('en'));

describe('details of the custody log are told in words', () => {
	test.each<[CustodyDetails, string[]]>([
		[{ file: 'a.txt', sizeBytes: 2600 }, ['File: a.txt', 'Size: 2.6 kB']],
		[
			{ fields: 'title, withheld_names, giver', step: 'recordsDescribed', as: 'undo' },
			['Fields: Title, Withheld names, Given by', 'Step: Description changed', 'Action: Undo'],
		],
		[
			{ intact: 1200, 'text-changed': 1, contentRootState: 'outdated' },
			['Intact: 1,200', 'Changed (texts): 1', 'State of the content root: not comparable'],
		],
		[{ backup: 'b.age', elsewhere: 1 }, ['Backup: b.age', 'On another medium: yes']],
		[{ package: 'bag', profile: 'share' }, ['Package: bag', 'Contents: to share']],
	])('%j', (detail, words) => {
		expect(inWords(detail)).toEqual(words);
	});

	test('in the language of the interface', async () => {
		await activateLocale('ru');
		expect(inWords({ outcome: 'missing', mediaType: 'text/plain' })).toEqual([
			'Результат: Отсутствует',
			'Формат: text/plain',
		]);
	});

	test('every name that this version writes has a label of its own', () => {
		const labels = custodyDetails.flatMap((name) => detailWords({ [name]: '' }).map(({ label }) => label));
		expect(labels.filter((label) => label.startsWith('custody.'))).toEqual([]);
	});

	test('what a later version wrote stands as it is stored', () => {
		expect(inWords({ later: 'value', step: 'laterStep', fields: 'later_column', outcome: 'later' })).toEqual([
			'later: value',
			'Step: laterStep',
			'Fields: later_column',
			'Outcome: later',
		]);
	});
});
