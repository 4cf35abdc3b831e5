import { describe, expect, test } from 'vitest';
import { blackOut } from './black-out.ts';

const probnov = { name: 'Obrazets Probnov', terms: ['Obrazets Probnov'] };

describe('names are blacked out', () => {
	test('in other scripts and forms, a whole name as one stretch, wherever it stands in a long passage', async () => {
		const filler = 'A plain sentence of sample words stands here. '.repeat(20);
		const text = `# About Образец Пробнов\n\n${filler}Obrazets Probnov signed. ${filler}Then Obrazets Probnov left.\n\nNobody.`;
		const blacked = await blackOut(text, [probnov]);
		expect(blacked.text).toBe(`# About ████\n\n${filler}████ signed. ${filler}Then ████ left.\n\nNobody.`);
		expect(blacked.count).toBe(3);
	});

	test('in a passage of any length, as often as it stands there, at every place of it', async () => {
		const filler = (count: number) => 'word '.repeat(count);
		const places = Array.from({ length: 400 }, (_, at) => `${filler(1 + (at % 37))}Obrazets Probnov `);
		const blacked = await blackOut(places.join(''), [probnov]);
		expect(blacked).toEqual({ text: places.join('').replaceAll('Obrazets Probnov', '████'), count: 400 });
		const unbroken = `${'字'.repeat(5000)} Obrazets Probnov ${'字'.repeat(5000)}`;
		expect((await blackOut(unbroken, [probnov])).text).toBe(unbroken.replace('Obrazets Probnov', '████'));
	});

	test('nowhere where there are none', async () => {
		expect(await blackOut('Sample words.', [probnov])).toEqual({ text: 'Sample words.', count: 0 });
		expect(await blackOut('Obrazets Probnov', [])).toEqual({ text: 'Obrazets Probnov', count: 0 });
	});
});
