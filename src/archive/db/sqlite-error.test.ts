import { expect, test } from 'vitest';
import { translateSqliteError } from './sqlite-error.ts';

const said = (code: string) => Object.assign(new Error('as SQLite says it, in English'), { code });

test.each([
	['SQLITE_FULL', 'disk-full', {}],
	['SQLITE_READONLY', 'read-only', {}],
	['SQLITE_CANTOPEN', 'read-only', {}],
	// A stick that was pulled out: its file has no name any more, or its pages come back as others.
	['SQLITE_READONLY_DBMOVED', 'disk-error', { reason: 'SQLITE_READONLY_DBMOVED' }],
	['SQLITE_IOERR_READ', 'disk-error', { reason: 'SQLITE_IOERR_READ' }],
	// Or the file is damaged on a sound disk: both are said, and both ways out.
	['SQLITE_CORRUPT', 'damaged-pages', { reason: 'SQLITE_CORRUPT' }],
	['SQLITE_NOTADB', 'damaged-pages', { reason: 'SQLITE_NOTADB' }],
])('what SQLite calls %s is told as %s, in the language of the person', (code, told, detail) => {
	expect(translateSqliteError(said(code))).toMatchObject({ code: told, detail });
});

test('what is no word of a medium is given back as it is', () => {
	const error = said('SQLITE_CONSTRAINT');
	expect(translateSqliteError(error)).toBe(error);
});
