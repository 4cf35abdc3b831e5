import { expect, test } from 'vitest';
import { type OwnSettings, ownWith, scopeAt, settingsAt } from './reading-scopes.ts';
import { firstReadingSettings } from './setting-values.ts';

const at = (recordId: string | null, archiveId = 'a') => ({ archiveId, recordId });
const sized = (sizePx: number) => ({ ...firstReadingSettings, sizePx });
const all = { sizePx: 17 };
const size = (own: OwnSettings, recordId: string | null, archiveId = 'a') =>
	settingsAt(all, own, at(recordId, archiveId)).sizePx;

test('a text is set by its own settings, else by those of its archive, else by those of all', () => {
	const ofArchive = ownWith({}, at('1'), 'archive', sized(20));
	const ofText = ownWith(ofArchive, at('1'), 'record', sized(24));
	expect([size(ofText, '1'), size(ofText, '2'), size(ofText, null), size(ofText, '1', 'b')]).toEqual([24, 20, 20, 17]);
	expect([scopeAt(ofText, at('1')), scopeAt(ofText, at('2')), scopeAt(ofText, at('1', 'b'))]).toEqual([
		'record',
		'archive',
		'all',
	]);
	expect(settingsAt(all, ofText, at('2')).leading).toBe(firstReadingSettings.leading);
});

test('a wider choice takes the place of the narrower ones here, and of none elsewhere', () => {
	const own = [at('1'), at('2')].reduce(
		(known, place) => ownWith(known, place, 'record', sized(24)),
		ownWith({}, at('1'), 'archive', sized(20)),
	);
	const wider = ownWith(own, at('1'), 'archive', sized(22));
	expect([size(wider, '1'), size(wider, '2'), size(wider, '3')]).toEqual([22, 24, 22]);
	const widest = ownWith(wider, at('1'), 'all', sized(30));
	expect([scopeAt(widest, at('1')), scopeAt(widest, at('2')), scopeAt(widest, at('3'))]).toEqual([
		'all',
		'record',
		'all',
	]);
});

test('what was chosen long ago gives way, and without a record there are none of its own', () => {
	let own: OwnSettings = {};
	for (let record = 0; record < 400; record += 1) own = ownWith(own, at(`${record}`), 'record', sized(24));
	expect([size(own, '0'), size(own, '399')]).toEqual([17, 24]);
	expect(ownWith({}, at(null), 'record', sized(24))).toEqual({});
});
