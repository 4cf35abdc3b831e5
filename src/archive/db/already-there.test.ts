import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { locales } from '#shared/messages/locales.ts';
import { activateLocale, errorMessage, message } from '#shared/messages/messages.ts';
import { alreadyThere } from './already-there.ts';

const folder = temporaryFolders();

afterEach(() => activateLocale('en'));

test.each(locales)('a folder that has the name already is not called a file in %s', async (locale) => {
	await activateLocale(locale);
	const [taken, file] = [join(folder(), 'sample'), join(folder(), 'sample.zip')];
	mkdirSync(taken);
	writeFileSync(file, '');
	expect(errorMessage(alreadyThere(taken))).toBe(message('error.archive-exists-folder', { folder: taken }));
	expect(errorMessage(alreadyThere(file))).toBe(message('error.archive-exists', { file }));
	// Gone again between the refusal and the question what it was.
	expect(errorMessage(alreadyThere(join(taken, 'gone')))).toContain('gone');
});
