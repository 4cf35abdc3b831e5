import { describe, expect, test } from 'vitest';
import { isRefusedSomewhere } from '#shared/text/file-name.ts';
import { plainFileName } from './plain-file-name.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe('the name of a file that is made of a title', () => {
	test.each([
		['Letters: “first” part/second?', 'Letters first part second'],
		['Alpha <beta> | gamma* \\ delta', 'Alpha beta gamma delta'],
		['..hidden', 'hidden'],
		['ended. . .', 'ended'],
		['line\r\nbreak\ttab\u0000', 'line break tab'],
		['Օրինակ (1988–1991)', 'Օրինակ (1988 1991)'],
		['?*', ''],
		// In pieces, as some systems hand names out.
		['I\u0307zmir e\u0301', '\u0130zmir \u00e9'],
	])('%j is %j', (title, name) => {
		expect(plainFileName(title)).toBe(name);
	});

	test.each(['Con', 'aux', 'NUL.', 'com1', 'Lpt9', 'prn.old', 'COM²'])(
		'%j, a device of Windows whatever its ending, is another one',
		(title) => {
			expect(isRefusedSomewhere(`${plainFileName(title)}.zip`)).toBe(false);
		},
	);

	test.each(['ქ', 'ա', 'я', 'x', '𐌀', 'e\u0323\u0302'])(
		'of many %j leaves room for what is put around it',
		(letter) => {
			const name = plainFileName(`${letter.repeat(300)} end.`);
			const written = `Copie de lecture de ${name}.zip.age.00000000-0000-7000-8000-000000000001.partial`;
			expect(bytesOf(written)).toBeLessThanOrEqual(255);
			expect(name).not.toMatch(/[\ud800-\udfff]/u);
			expect(isRefusedSomewhere(name)).toBe(false);
		},
	);
});
