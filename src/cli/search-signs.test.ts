import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere();

test('a word is found whole before the sign of a footnote, and no number is made of both', async () => {
	const html = '<p>Alpha Betaville<sup>1</sup> in 2023<sup>12</sup>, gamma.</p><p>Delta 10<sup>6</sup> m.</p>';
	writeFileSync(lectern.at('signs.html'), html);
	writeFileSync(lectern.at('signs.txt'), 'Epsilon Betaville¹ in 2023¹², zeta.\n');
	await lectern.run('new', 'sample.lectern');
	const place = ['--archive', 'sample.lectern'];
	expect((await lectern.run('add', 'signs.html', 'signs.txt', ...place)).status).toBe(0);
	for (const query of ['"betaville in 2023"', '""in 2023""']) {
		const { lines } = await lectern.run('search', query, '--json', ...place);
		expect(lines.map((hit) => (hit as { spans: unknown }).spans)).toHaveLength(2);
	}
	expect((await lectern.run('search', '""202312""', '--json', ...place)).lines).toEqual([]);
	expect((await lectern.run('search', '"2023 gamma"', ...place)).out).toContain('2023¹²');
}, 60_000);
