import { expect, test } from 'vitest';
import { type EditionId, newId, type RecordId } from '#shared/domain/ids.ts';
import { sheetCode } from '#shared/translation/sheet-code.ts';
import { sheetName } from './sheet-name.ts';

test('a file of a redacted text is not called by the title, which is not redacted', () => {
	const aim = { recordId: newId<RecordId>(), title: 'About: Beta', language: 'ru' };
	expect(sheetName({ ...aim, redactionId: null }, 'docx')).toMatch(/^About Beta.*\.docx$/);
	const redactionId = newId<EditionId>();
	const name = sheetName({ ...aim, redactionId }, 'text');
	expect(name).not.toContain('Beta');
	expect(name).toContain(sheetCode(redactionId, 'ru').replace('/', ' '));
});
