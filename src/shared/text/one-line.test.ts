import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
	['Sergei\nLavrov\r\n', 'Sergei Lavrov'],
	['Лавро-\r\n  вым', 'Лавровым'],
	['Lav\u00ad\nrov', 'Lavrov'],
	['Nagorno-\nKarabakh', 'Nagorno- Karabakh'],
	['one line ', 'one line'],
])('%j is %j', (text, expected) => {
	expect(oneLine(text)).toBe(expected);
});
