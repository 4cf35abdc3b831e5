import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { PrintedTable } from './PrintedTable.tsx';

/** A row of so many cells, each as wide as a third of a sheet. */
function printed(columns: number): string {
	const cells = Array.from(
		{ length: columns },
		(_, column): StoredBlock => ({
			...{ kind: 'cell', text: 'samplesamplesamp', ordinal: column, number: column === 0 ? 1 : null, language: 'ka' },
			cell: { table: 0, row: 0, column },
		}),
	);
	return renderToStaticMarkup(<PrintedTable rows={[{ row: 0, cells }]} noted={new Map()} isBesideNotes={false} />);
}

test('where a table goes on it says with which columns, or with which one, in the language of the interface', () => {
	const saidIn = (html: string) =>
		[...html.matchAll(/<td[^>]* lang="(?<language>[^"]+)"[^>]*>(?<words>[^<]+)</g)].flatMap(({ groups }) =>
			groups?.words?.includes('olumn') ? [[groups.language, groups.words]] : [],
		);
	expect(saidIn(printed(3))).toEqual([]);
	expect(saidIn(printed(6))).toEqual([
		[activeLocale(), message('print.table-goes-on', { from: 4, to: 5, total: 6 })],
		[activeLocale(), message('print.table-goes-on-one', { column: 6, total: 6 })],
	]);
});
