import fs from 'node:fs';
import path from 'node:path';
import type { SearchDocument, SearchOwner } from '#shared/api/search-api.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { type SearchQuery, widenings } from '#shared/search/search-query.ts';
import { type Corpus, type CorpusPassage, readCorpus } from '../corpus/corpus-file.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import type { BenchEngine } from './bench-engine.ts';

const pageLength = 500;

const fileIn = (folder: string) => path.join(folder, 'corpus.json');

/**
 * What Lectern searches with as long as an archive is small: it keeps nothing on disk, so that opening is indexing. It
 * answers with snippets, marks and facets besides.
 */
export const productEngine: BenchEngine = {
	name: 'product',
	version: 1,
	mostPassages: 10_000,
	buildsWhenOpened: true,
	canAnswer: () => true,
	build(corpus, folder) {
		fs.writeFileSync(fileIn(folder), JSON.stringify(corpus));
	},
	open(folder) {
		const index = createSearchIndex();
		for (const passages of pagesOf(JSON.parse(fs.readFileSync(fileIn(folder), 'utf8')))) {
			index.put(ownersOf(passages), passages.map(documentOf));
		}
		return {
			search(query, limit) {
				const { hits, total } = index.search(searchQueryOf(query), { offset: 0, limit });
				return { ids: hits.map(({ key }) => Number(key)), total };
			},
			close: () => undefined,
		};
	},
};

/** Whole records, some hundred passages at a time, as the app reads its archive. */
function* pagesOf(corpus: Corpus): Generator<CorpusPassage[]> {
	let page: CorpusPassage[] = [];
	for (const passage of readCorpus(corpus)) {
		if (page.length >= pageLength && page.at(-1)?.record !== passage.record) {
			yield page;
			page = [];
		}
		page.push(passage);
	}
	yield page;
}

function ownersOf(passages: readonly CorpusPassage[]): SearchOwner[] {
	return passages.filter(({ record }, at) => passages[at - 1]?.record !== record).map(ownerOf);
}

function ownerOf({ record, title, kind, date }: CorpusPassage): SearchOwner {
	return { id: String(record), title, recordKind: kind, dateEdtf: date, holding: 'held' };
}

function documentOf({ number, record, text, language }: CorpusPassage): SearchDocument {
	const place = { editionId: String(record) as EditionId, ordinal: number, number };
	return { key: String(number), kind: 'passage', ownerId: String(record), text, language, ...place };
}

/** The query as a person types it: what ends with a letter is still being typed. */
export function searchQueryOf({ words, isPrefix, isPhrase, isNear, filter }: BenchQuery): SearchQuery {
	const text = isPhrase ? `"${words.join(' ')}"` : words.join(' ');
	const { kind, language, years } = filter ?? {};
	return {
		text: isPrefix ? text : `${text} `,
		...(isNear ? {} : { without: widenings }),
		...(kind === undefined ? {} : { recordKinds: [kind] }),
		...(language === undefined ? {} : { languages: [language] }),
		...(years ? { dates: years } : {}),
	};
}
