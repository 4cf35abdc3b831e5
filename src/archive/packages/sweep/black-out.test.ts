import { describe, expect, test } from 'vitest';
import { blackOut } from './black-out.ts';

const probnov = { name: 'Obrazets Probnov', terms: ['Obrazets Probnov'] };

describe('names are blacked out', () => {
	test('in other scripts and forms, a whole name as one stretch, wherever it stands in a long passage', () => {
		const filler = 'A plain sentence of sample words stands here. '.repeat(20);
		const text = `# About Образец Пробнов\n\n${filler}Obrazets Probnov signed. ${filler}Then Obrazets Probnov left.\n\nNobody.`;
		const blacked = blackOut(text, [probnov]);
		expect(blacked.text).toBe(`# About ████\n\n${filler}████ signed. ${filler}Then ████ left.\n\nNobody.`);
		expect(blacked.count).toBe(3);
	});

	test('nowhere where there are none', () => {
		expect(blackOut('Sample words.', [probnov])).toEqual({ text: 'Sample words.', count: 0 });
		expect(blackOut('Obrazets Probnov', [])).toEqual({ text: 'Obrazets Probnov', count: 0 });
	});
});
