import { afterEach, expect, test } from 'vitest';
import { locales } from '#shared/messages/locales.ts';
import { activateLocale, message } from '#shared/messages/messages.ts';
import { readQuery } from '#shared/search/query/parse-query.ts';
import { queryFields } from '#shared/search/query/query-tree.ts';
import { helpedOperators } from './QueryHelp.tsx';

afterEach(() => activateLocale('en'));

/** What the search makes of each example, whatever its words. */
const readAs = {
	words: { type: 'and', isExplicit: false, children: [{ type: 'word' }, { type: 'word' }] },
	phrase: { type: 'phrase', isLiteral: false },
	literal: { type: 'phrase', isLiteral: true },
	or: { type: 'or', children: [{ type: 'word' }, { type: 'word' }] },
	not: { type: 'and', children: [{ type: 'word' }, { type: 'not', child: { type: 'word' } }] },
	group: { type: 'and', children: [{ type: 'word' }, { type: 'or' }] },
	prefix: { type: 'word', isPrefix: true },
	near: { type: 'near', distances: [5] },
} as const satisfies Record<(typeof helpedOperators)[number], object>;

test.each(locales)('every example of the help is read in %s as what it is an example of', async (locale) => {
	await activateLocale(locale);
	for (const name of [...helpedOperators, ...queryFields]) {
		const { tree, problems } = readQuery(`${message(`search.help.${name}.example`)} `);
		expect(problems).toEqual([]);
		expect(tree).toMatchObject(name in readAs ? readAs[name as keyof typeof readAs] : { type: 'field', field: name });
	}
});
