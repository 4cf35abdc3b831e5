import fs from 'node:fs';
import path from 'node:path';
import type { SearchOwner } from '#shared/api/search-api.ts';
import { openSegment, type SegmentHeader } from '#shared/search/packed/segment.ts';
import { createSegmentBuilder, type PassageToPack } from '#shared/search/packed/segment-builder.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { type SearchQuery, widenings } from '#shared/search/search-query.ts';
import { createSupplies, pageBytes } from '#shared/search/supplies.ts';
import { type CorpusPassage, readCorpus } from '../corpus/corpus-file.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import type { BenchEngine } from './bench-engine.ts';

/**
 * What Lectern searches with: a packed segment, of which postings are read page by page where they are needed. As the
 * others, it finds, counts and ranks; texts of hits, and so their marks, are the archive's matter and are left out.
 */
export const productEngine: BenchEngine = packedEngine('product', 'nothing');

/** The same as the window asks it: with the counts of every facet over all hits. */
export const facetedEngine: BenchEngine = packedEngine('product-facets');

function packedEngine(name: string, counts?: 'nothing'): BenchEngine {
	return {
		name,
		version: 7,
		canAnswer: () => true,
		build(corpus, folder) {
			const builder = createSegmentBuilder();
			const owners: SearchOwner[] = [];
			for (const passages of recordsOf(readCorpus(corpus))) {
				const [first] = passages;
				if (!first) continue;
				owners.push(ownerOf(first));
				builder.addEdition(String(first.record), passages.map(toPack));
			}
			const { header, resident, ranged } = runToEnd(builder.finish());
			fs.writeFileSync(path.join(folder, 'owners.json'), JSON.stringify(owners));
			fs.writeFileSync(path.join(folder, 'header.json'), JSON.stringify(header));
			fs.writeFileSync(path.join(folder, 'resident'), resident);
			fs.writeFileSync(path.join(folder, 'ranged'), ranged);
		},
		open(folder) {
			const readJson = (name: string) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as unknown;
			const ranged = fs.openSync(path.join(folder, 'ranged'), 'r');
			const supplies = createSupplies({
				pages: async (_, numbers) => numbers.map((number) => readPage(ranged, number)),
				texts: async (places) => places.map(() => ''),
			});
			const header = readJson('header.json') as SegmentHeader;
			const resident = fs.readFileSync(path.join(folder, 'resident'));
			const index = createSearchIndex({ supplies });
			index.setSegments([
				openSegment(header, resident.buffer as ArrayBuffer, supplies.rangedBytes('0', 0, header.rangedBytes)),
			]);
			index.putOwners(readJson('owners.json') as SearchOwner[]);
			return {
				async search(query, limit) {
					const asked = counts ? { ...searchQueryOf(query), counts } : searchQueryOf(query);
					const { hits, total } = await index.find(asked, { offset: 0, limit });
					return { ids: hits.map(({ ordinal }) => ordinal ?? -1), total };
				},
				close: () => fs.closeSync(ranged),
			};
		},
	};
}

function readPage(file: number, number: number): Uint8Array {
	const page = new Uint8Array(pageBytes);
	return page.subarray(0, fs.readSync(file, page, 0, pageBytes, number * pageBytes));
}

function runToEnd<R>(work: Generator<void, R>): R {
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

function* recordsOf(passages: Iterable<CorpusPassage>): Generator<CorpusPassage[]> {
	let record: CorpusPassage[] = [];
	for (const passage of passages) {
		if (record.length > 0 && record[0]?.record !== passage.record) {
			yield record;
			record = [];
		}
		record.push(passage);
	}
	yield record;
}

function ownerOf({ record, title, kind, date }: CorpusPassage): SearchOwner {
	const id = String(record);
	return { id, title, recordKind: kind, dateEdtf: date, holding: 'held', editionId: id };
}

/** Its number among all passages stands for its place in the record: it is what is found. */
function toPack({ number, text, language }: CorpusPassage): PassageToPack {
	return { ordinal: number, number, text, language };
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
