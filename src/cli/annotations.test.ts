import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
let place: string[];
let count = 0;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'letter.md'), '# Sample title\n\nDelta epsilon zeta.\n\nEta theta iota.\n');
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});
beforeEach(async () => {
	count += 1;
	place = ['--archive', `sample-${count}.lectern`];
	await lectern.run('new', `sample-${count}.lectern`);
	await lectern.run('add', 'letter.md', ...place);
});

const annotation = (id: string, fields: object) => ({ type: 'Annotation', id: `http://example.org/${id}`, ...fields });

/** A file as another program might write it. */
async function writeFileFor(...more: object[]): Promise<string> {
	const [record] = (await lectern.run('list', ...place, '--json')).lines;
	const selector = { type: 'TextQuoteSelector', exact: 'theta', prefix: 'Eta ', suffix: ' iota' };
	const first = annotation('1', {
		motivation: 'questioning',
		bodyValue: 'Is it?',
		creator: { type: 'Person', name: 'A. Reader' },
		target: { source: `urn:uuid:${record?.editionId}`, selector },
		stylesheet: 'http://example.org/style',
	});
	writeFileSync(join(folder, 'in.jsonld'), JSON.stringify([first, ...more]));
	return 'in.jsonld';
}

test('import says of each what became of it and what was lost; list shows them', async () => {
	const file = await writeFileFor(annotation('2', { target: 'http://example.org/page' }), annotation('3', {}));
	const given = await lectern.run('annotations', 'import', file, ...place);
	expect(given.status).toBe(1);
	expect(given.out.split('\n')).toEqual([
		'FAILED  3. http://example.org/3',
		'added  1. http://example.org/1',
		'    not kept: stylesheet',
		'added  2. http://example.org/2  (not placed)',
		'',
	]);
	expect(given.err).toContain('3. http://example.org/3: Not brought in: ');
	expect(given.err).toContain('2 annotations were added, 1 rejected.');
	const listed = await lectern.run('annotations', 'list', '--record', 'sample title', ...place);
	expect(listed.out).toMatch(
		/^ID +PURPOSE +RECORD +¶ +NOTE OR WORDS .*\n\w+ +Question +Sample title +2 +Is it\? +A\. Reader +\S+ +unresolved\n$/,
	);
	const { lines } = await lectern.run('annotations', 'list', ...place, '--json');
	expect(lines).toHaveLength(2);
	const again = await lectern.run('annotations', 'import', file, ...place, '--json');
	expect(again.lines.map(({ outcome }) => outcome)).toEqual(['failed', 'already-held', 'already-held']);
}, 60_000);

test('export writes each form to a file or to stdout, and what it wrote comes in again', async () => {
	await lectern.run('annotations', 'import', await writeFileFor(), ...place);
	const printed = await lectern.run('annotations', 'export', ...place);
	expect(printed).toMatchObject({ status: 0, err: '1 annotation exported.\n' });
	for (const [format, beginning] of [
		['jsonld', '{"@context":["http://www.w3.org/ns/anno.jsonld"'],
		['markdown', `# Annotations in sample-${count}\n\n## Sample title\n\n### ¶ 2 · Question`],
		['csv', '\ufeffRecord,'],
	] as const) {
		const given = await lectern.run(
			'annotations',
			'export',
			'--format',
			format,
			'--out',
			'out.txt',
			'--json',
			...place,
		);
		expect(given.lines).toEqual([{ file: 'out.txt', format, exported: 1, withheld: 0 }]);
		expect(readFileSync(join(folder, 'out.txt'), 'utf8').startsWith(beginning)).toBe(true);
	}
	writeFileSync(join(folder, 'back.jsonld'), printed.out);
	const back = await lectern.run('annotations', 'import', 'back.jsonld', ...place);
	expect(back).toMatchObject({ status: 0, err: 'No annotation was added, 1 was here already.\n' });
}, 60_000);

test('the paragraph of words that are gone is said to be where they were', async () => {
	await lectern.run('annotations', 'import', await writeFileFor(), ...place);
	writeFileSync(join(folder, 'newer.md'), '# Sample title\n\nKappa lambda.\n\nDelta epsilon zeta.\n');
	await lectern.run('editions', 'add', 'sample title', 'newer.md', ...place);
	expect((await lectern.run('annotations', 'list', ...place)).out).toMatch(/ was ¶ 2 .* unresolved, not placed\n$/);
	const digest = await lectern.run('annotations', 'export', '--format', 'markdown', ...place);
	expect(digest.out).toContain('### was ¶ 2 · Question');
}, 60_000);

test('what cannot be done is said, and nothing is written', async () => {
	writeFileSync(join(folder, 'bad.jsonld'), '{"type": "Annotation"');
	const bad = await lectern.run('annotations', 'import', 'bad.jsonld', ...place, '--json');
	expect(bad).toMatchObject({ status: 2, lines: [{ error: { code: 'unreadable-file' } }] });
	expect(bad.err).toContain('bad.jsonld');
	expect((await lectern.run('annotations', 'list', ...place)).out).toBe('There are no annotations.\n');
	expect((await lectern.run('annotations', 'import', 'gone.jsonld', ...place)).status).toBe(2);
	expect((await lectern.run('annotations', 'export', '--format', 'xml', ...place)).status).toBe(2);
	expect((await lectern.run('annotations', 'export', '--out', 'gone/out.txt', ...place)).status).toBe(2);
	expect((await lectern.run('annotations', 'frobnicate')).status).toBe(2);
	for (const name of ['list', 'export', 'import']) {
		const help = await lectern.run('annotations', name, '--help');
		expect(help).toMatchObject({ status: 0, out: expect.stringContaining('--json') });
	}
}, 60_000);
