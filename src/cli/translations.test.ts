import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere();
const place = ['--archive', 'sample.lectern'];

test('a record is asked for, written for a translator, and brought in, with an account of every row', {
	timeout: 120_000,
}, async () => {
	await lectern.run('new', 'sample.lectern');
	writeFileSync(lectern.at('letter.txt'), 'Alpha one.\n\nBeta two.\n\nGamma three.\n');
	await lectern.run('add', 'letter.txt', ...place);
	expect((await lectern.run('translations', 'list', ...place)).out).toContain('No translation is asked for');
	await lectern.run('translations', 'ask', 'letter', '--to', 'ru', ...place);
	const asked = await lectern.run('translations', 'list', '--status', 'asked', '--json', ...place);
	expect(asked.lines).toMatchObject([{ language: 'ru', status: 'asked', passageCount: 3 }]);
	const out = ['export', 'letter', '--to', 'ru', '--format', 'text', '--out', 'out.txt'];
	const sheet = await lectern.run('translations', ...out, '--json', ...place);
	expect(sheet).toMatchObject({ status: 0, lines: [{ passageCount: 3, doneCount: 0, isRedacted: false }] });
	const filled = readFileSync(lectern.at('out.txt'), 'utf8').replace('[1]', '[1] Один').replace('[3]', '[33] Три');
	writeFileSync(lectern.at('home.txt'), filled);
	const home = await lectern.run('translations', 'import', 'home.txt', '--by', 'Sample Translator', '--json', ...place);
	expect(home).toMatchObject({
		status: 0,
		lines: [{ translatedCount: 1, passageCount: 3, blank: ['2', '3'], stray: [{ label: '33', text: 'Три' }] }],
	});
	const found = await lectern.run('search', 'один', '--json', ...place);
	expect(found.lines).toContainEqual(expect.objectContaining({ isTranslation: true, language: 'ru', number: 1 }));
	const none = await lectern.run('translations', 'export', '--to', 'fr', '--out', 'all.zip', ...place);
	expect(none.err).toContain('nothing that may go out is asked for');
	writeFileSync(lectern.at('note.txt'), 'Delta four.\n');
	await lectern.run('add', 'note.txt', ...place);
	await lectern.run('translations', 'ask', 'letter', 'note', '--to', 'fr', ...place);
	const all = await lectern.run('translations', 'export', '--to', 'fr', '--out', 'all.zip', '--json', ...place);
	expect(all).toMatchObject({ status: 0, lines: [{ fileCount: 2, passageCount: 4 }] });
	expect((await lectern.run('translations', 'ask', 'letter', '--to', 'no language', ...place)).status).not.toBe(0);
	const unknown = await lectern.run('translations', 'import', 'letter.txt', ...place);
	expect(unknown.err).toContain('does not say of which text it is');
});
