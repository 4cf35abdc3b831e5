import fs from 'node:fs';
import path from 'node:path';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { editsAllowed } from '#shared/search/spelling.ts';
import { readCorpus } from '../corpus/corpus-file.ts';
import type { BenchQuery, QueryFilter } from '../queries/bench-query.ts';
import type { BenchEngine } from './bench-engine.ts';

interface Row {
	id: number;
	text: string;
	kind: string;
	language: string;
	year: number;
}

const options: Options<Row> = {
	fields: ['text'],
	storeFields: ['kind', 'language', 'year'],
	tokenize: (text) => (text === '' ? [] : text.split(' ')),
	processTerm: (term) => term,
};

const fileIn = (folder: string) => path.join(folder, 'index.json');

/** MiniSearch by itself, loaded from JSON: what others' first ten are compared with. It has no phrases. */
export const miniSearchEngine: BenchEngine = {
	name: 'minisearch',
	version: 1,
	mostPassages: 10_000,
	canAnswer: ({ isPhrase }) => !isPhrase,
	build(corpus, folder) {
		const index = new MiniSearch<Row>(options);
		for (const { number, terms, kind, language, date } of readCorpus(corpus)) {
			index.add({ id: number, text: terms.join(' '), kind, language, year: Number(date.slice(0, 4)) });
		}
		fs.writeFileSync(fileIn(folder), JSON.stringify(index));
	},
	open(folder) {
		const index = MiniSearch.loadJSON<Row>(fs.readFileSync(fileIn(folder), 'utf8'), options);
		return {
			search(query, limit) {
				const found = index.search(query.words.join(' '), searchOptions(query));
				return { ids: found.slice(0, limit).map(({ id }) => id), total: found.length };
			},
			close: () => undefined,
		};
	},
};

function searchOptions({ isPrefix, isNear, filter }: BenchQuery): SearchOptions {
	return {
		combineWith: 'AND',
		prefix: (_term, at, terms) => isPrefix && at === terms.length - 1,
		fuzzy: (term) => (isNear ? editsAllowed(term) : false),
		...(filter ? { filter: (row) => isWithin(row as unknown as Row, filter) } : {}),
	};
}

function isWithin(row: Row, { kind, language, years }: QueryFilter): boolean {
	if (kind !== undefined) return row.kind === kind;
	if (language !== undefined) return row.language === language;
	return years === undefined || (years.from <= row.year && row.year <= years.to);
}
