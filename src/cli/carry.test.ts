import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildCommandLineAlone } from './testing/built-command-line.ts';
import { commandLineHere } from './testing/command-line-here.ts';

const here = commandLineHere(async ({ at, run }) => {
	writeFileSync(at('key'), 'sample words of a test\n');
	writeFileSync(at('letter.txt'), 'Sample letter 7.\n\nAlpha quixotically beta.\n');
	await run('new', 'secret.lectern', '--passphrase-file', 'key');
	await run('add', 'letter.txt', '--archive', 'secret.lectern', '--passphrase-file', 'key');
});

test('a backup is one encrypted file, which opens like any archive; nothing is replaced', async () => {
	const { at, run } = here;
	const secret = ['--archive', 'secret.lectern', '--passphrase-file', 'key'];
	const written = await run('backup', 'copy.lectern', ...secret);
	expect(written).toMatchObject({ status: 0, out: expect.stringContaining('copy.lectern: written and read back') });
	expect(readFileSync(at('copy.lectern')).includes('quixotically')).toBe(false);
	const found = await run('search', 'quixotically', '--archive', 'copy.lectern', '--passphrase-file', 'key');
	expect(found).toMatchObject({ status: 0, out: expect.stringContaining('quixotically') });
	expect(await run('backup', 'copy.lectern', ...secret)).toMatchObject({
		status: 2,
		err: expect.stringContaining('already a file'),
	});

	await run('new', 'plain.lectern');
	const plain = ['--archive', 'plain.lectern'];
	expect(await run('backup', 'other.lectern', ...plain)).toMatchObject({
		status: 2,
		err: expect.stringContaining('has no passphrase'),
	});
	expect(await run('backup', 'other.lectern', '--backup-passphrase-file', 'key', ...plain)).toMatchObject({
		status: 0,
	});
	expect(await run('list', '--archive', 'other.lectern', '--passphrase-file', 'key')).toMatchObject({ status: 0 });
}, 120_000);

test('work is sealed to home, whose key file alone opens it for a merge', async () => {
	const { at, run } = here;
	const secret = ['--archive', 'secret.lectern', '--passphrase-file', 'key'];
	expect(await run('seal', 'sealed.zip.age', ...secret)).toMatchObject({
		status: 2,
		err: expect.stringContaining('does not know its home'),
	});
	expect(await run('home', ...secret)).toMatchObject({ status: 0, out: expect.stringContaining('does not know') });
	expect(await run('home', '--make-key', 'home.txt', ...secret)).toMatchObject({
		status: 0,
		out: expect.stringContaining('Home: age1'),
		err: expect.stringContaining('home.txt holds the secret key'),
	});
	const sealed = await run('seal', 'sealed.zip.age', ...secret);
	expect(sealed).toMatchObject({ status: 0, out: expect.stringContaining('sealed.zip.age: sealed for age1') });
	expect(readFileSync(at('sealed.zip.age')).includes('quixotically')).toBe(false);

	await run('new', 'at-home.lectern');
	const atHome = ['--archive', 'at-home.lectern'];
	expect(await run('merge', 'sealed.zip.age', ...atHome)).toMatchObject({
		status: 2,
		err: expect.stringContaining('sealed for a key'),
	});
	const wrong = await run('merge', 'sealed.zip.age', '--identity-file', 'letter.txt', ...atHome);
	expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('no secret key of age') });
	expect(await run('merge', 'sealed.zip.age', '--identity-file', 'home.txt', ...atHome)).toMatchObject({ status: 0 });
	const found = await run('search', 'quixotically', ...atHome);
	expect(found).toMatchObject({ status: 0, out: expect.stringContaining('quixotically') });
	expect(await run('bag-check', 'sealed.zip.age', '--identity-file', 'home.txt')).toMatchObject({ status: 0 });

	// What lies here in the open is said, and goes only where that is asked for.
	expect(sealed.err).toContain(at('secret.lectern'));
	expect(existsSync(at('secret.lectern'))).toBe(true);
	const removed = await run('seal', 'again.zip.age', '--remove-here', ...secret);
	expect(removed).toMatchObject({ status: 0, out: expect.stringContaining(`removed: ${at('secret.lectern')}`) });
	expect(existsSync(at('secret.lectern'))).toBe(false);
	expect(await run('bag-check', 'again.zip.age', '--identity-file', 'home.txt')).toMatchObject({ status: 0 });
}, 120_000);

test('with --field nothing is kept of what was opened, and nothing is opened unasked', async () => {
	const { at, run } = here;
	await run('new', 'field.lectern', '--passphrase-file', 'key', '--field');
	const profile = () => (existsSync(at('data/profile.json')) ? readFileSync(at('data/profile.json'), 'utf8') : '');
	expect(profile()).not.toContain('field.lectern');
	expect(await run('list', '--field', '--json')).toMatchObject({
		status: 2,
		lines: [{ error: { code: 'no-archive' } }],
	});
}, 60_000);

test('what is not here is named, with the way to it', async () => {
	const alone = await buildCommandLineAlone(here.at());
	try {
		const { status, lines } = await alone.run('ready', '--json');
		expect(status).toBe(1);
		expect(lines).toContainEqual({ part: 'fonts', missing: expect.arrayContaining(['Noto serif armenian']) });
		expect(lines).toHaveLength(6);
	} finally {
		alone.remove();
	}
}, 60_000);
