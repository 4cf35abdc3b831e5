import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '#archive/db/step.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, type TestArchive, testId } from '#archive/testing/test-archive.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { listFacets, type SearchQuery } from '#shared/search/search-query.ts';
import { SearchService } from './search-service.ts';

const words = ['alpha', 'beta', 'gamma'];
const nameCount = 4;
const formOf = (number: number) => `Sample Name ${number}`;
const nameId = (number: number) => testId(1000 + number);
const eventId = testId(2000);

const oneOf = (values: readonly string[]) => fc.constantFrom(...values);
const text = fc.array(oneOf(words), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(' '));
const tags = fc.uniqueArray(oneOf(['first tag', 'second tag']), { maxLength: 2 });
const recordShape = fc.record({
	kind: oneOf(['letter', 'order']),
	holding: oneOf(['held', 'described-only']),
	year: fc.option(fc.integer({ min: 1990, max: 1993 })),
	language: oneOf(['en', 'ru']),
	source: oneOf(['', 'Sample giver', 'folder/file.txt']),
	creators: fc.uniqueArray(oneOf([formOf(0), formOf(1), 'Unknown Hand']), { maxLength: 2 }),
	linked: fc.uniqueArray(fc.nat(nameCount - 1), { maxLength: 2 }),
	isAttesting: fc.boolean(),
	tags,
	passages: fc.array(text, { maxLength: 3 }),
	/** Of the first passage, by language. */
	translations: fc.uniqueArray(fc.record({ language: oneOf(['hy', 'ru']), text }), {
		maxLength: 2,
		selector: ({ language }) => language,
	}),
	notes: fc.array(fc.record({ text, author: oneOf(['A. Reader', 'B. Reader']), tags }), { maxLength: 2 }),
});
type RecordShape = typeof recordShape extends fc.Arbitrary<infer S> ? S : never;

const choices: Record<string, readonly string[]> = {
	kinds: ['passage', 'note', 'title'],
	recordKinds: ['letter', 'order'],
	languages: ['en', 'hy', 'ru', 'und'],
	people: [0, 1].map(nameId),
	places: [2, 3].map(nameId),
	tags: ['first tag', 'second tag'],
	holdings: ['held', 'described-only'],
	sources: ['Sample giver', 'folder'],
	authors: ['A. Reader', 'B. Reader'],
};
const selectionShape = fc.record(
	Object.fromEntries(
		Object.entries(choices).map(([facet, values]) => [facet, fc.uniqueArray(oneOf(values), { minLength: 1 })]),
	),
	{ requiredKeys: [] },
);
const queryShape = fc
	.record({
		text: oneOf([...words, 'alpha OR beta', '-gamma']),
		selection: fc.oneof(fc.constant({}), selectionShape),
		dates: fc.option(fc.constantFrom({ from: 1990, to: 1991 }, { from: 1992, to: 1999 }), { nil: undefined }),
	})
	.map(({ text, selection, dates }): SearchQuery => ({ text, ...selection, ...(dates ? { dates } : {}) }));

function fill(archive: TestArchive, records: readonly RecordShape[]): void {
	const setup = (work: (step: Step) => void) => archive.database.step('setup', work, { kind: 'setup' });
	setup((step) => {
		for (let at = 0; at < nameCount; at++) {
			const kind = at < 2 ? 'person' : 'place';
			step.insert('names', nameId(at), { kind, description: '', source: '', merged_into_id: null, created_at: '' });
			const form = { script: 'Latn', language: 'en', kind: 'main', source: '' };
			step.insert('name_forms', testId(1100 + at), { name_id: nameId(at), ordinal: 0, text: formOf(at), ...form });
		}
		const event = {
			title: '',
			kind: '',
			edtf: '',
			date_words: '',
			inferred: '',
			duration: '',
			description: '',
			source: '',
			created_at: '',
		};
		step.insert('events', eventId, event);
		step.insert('event_names', testId(2001), { event_id: eventId, name_id: nameId(3), role: 'place' });
		for (const [at, name] of ['first tag', 'second tag'].entries()) step.insert('tags', testId(3000 + at), { name });
	});
	let rowCount = 0;
	const nextId = () => testId(10_000 + rowCount++);
	const link = (step: Step, type: string, recordId: string, kind: string, id: string) =>
		step.insert('links', nextId(), {
			...{ type, from_kind: 'record', from_id: recordId, from_range: null },
			...{ to_kind: kind, to_id: id, to_range: null, origin: 'user', created_at: '' },
		});
	const tag = (step: Step, kind: string, ownerId: string, names: readonly string[]) => {
		for (const name of names) {
			const tagId = testId(name === 'first tag' ? 3000 : 3001);
			step.insert('taggings', nextId(), { tag_id: tagId, owner_kind: kind, owner_id: ownerId });
		}
	};
	for (const [at, shape] of records.entries()) {
		const id = archive.addRecord(at, {
			...{ title: 'alpha', kind: shape.kind, holding: shape.holding, source: shape.source },
			dates: JSON.stringify(shape.year ? [{ type: 'created', edtf: String(shape.year), inferred: '' }] : []),
			creators: JSON.stringify(shape.creators.map((name) => ({ name, role: '', certainty: 'stated' }))),
		});
		if (shape.passages.length > 0) {
			const { id: baseEditionId } = archive.addEdition(id, shape.passages, shape.language);
			for (const { language, text: words } of shape.translations) {
				setup((step) => {
					const edition = archive.editions.addWithin(step, id, {
						...{
							kind: 'translation',
							originalSha256: null,
							maker: 'sample',
							makerVersion: '1',
							parameters: { language },
						},
						...{ language, baseEditionId, blocks: [{ kind: 'paragraph', text: words }] },
					});
					step.insert('translations', nextId(), {
						...{ record_id: id, language, status: 'home', status_at: '', edition_id: edition.id },
					});
				});
			}
		}
		setup((step) => {
			for (const number of shape.linked) link(step, 'cites', id, 'name', nameId(number));
			if (shape.isAttesting) link(step, 'attests', id, 'event', eventId);
			tag(step, 'record', id, shape.tags);
			if (shape.source.includes('/')) {
				const sha256 = String(at);
				step.writer.run('INSERT INTO originals VALUES (?, ?, ?, ?)', sha256, 'text/plain', 1, 1);
				const part = { record_id: id, ordinal: 0, sha256, file_name: shape.source, received_at: '' };
				step.insert('record_parts', nextId(), part);
			}
			for (const note of shape.notes) {
				const noteId = nextId();
				step.insert('annotations', noteId, {
					...{ record_id: id, purpose: 'note', body: note.text, is_resolved: 0, author: note.author },
					...{ reply_to_id: null, created_at: '', changed_at: '' },
				});
				tag(step, 'annotation', noteId, note.tags);
			}
		});
	}
}

/** What hits are counted by, said in SQL over the tables themselves: one row a hit, facet and value. */
const facetValues = `WITH hits (key, kind, id) AS (
	SELECT value, substr(value, 1, 1), substr(value, 3, 36) FROM json_each(?)
), owned (key, kind, id, record_id) AS (
	SELECT key, kind, id, CASE kind
		WHEN 'p' THEN (SELECT record_id FROM editions WHERE editions.id = hits.id)
		WHEN 'a' THEN (SELECT record_id FROM annotations WHERE annotations.id = hits.id)
		ELSE id END FROM hits
), tagged (id, name) AS (
	SELECT owner_id, name FROM taggings JOIN tags ON tags.id = tag_id
), joined (record_id, name_id) AS (
	SELECT from_id, to_id FROM links WHERE to_kind = 'name'
	UNION SELECT from_id, name_id FROM links JOIN event_names ON event_id = to_id
	UNION SELECT records.id, name_id FROM records, json_each(creators) c JOIN name_forms ON text = c.value ->> 'name'
), facet_values (key, facet, value) AS (
	SELECT key, 'kinds', CASE kind WHEN 'p' THEN 'passage' WHEN 'a' THEN 'note' WHEN 't' THEN 'title' ELSE 'name' END FROM owned
	UNION ALL SELECT key, 'languages', iif(kind = 'p', (SELECT language FROM editions e WHERE e.id = o.id), 'und') FROM owned o
	UNION ALL SELECT key, 'recordKinds', kind FROM (SELECT key, r.kind FROM owned JOIN records r ON r.id = record_id)
	UNION ALL SELECT key, 'holdings', holding FROM owned JOIN records r ON r.id = record_id
	UNION ALL SELECT key, 'years', dates ->> '$[0].edtf' FROM owned JOIN records r ON r.id = record_id WHERE dates <> '[]'
	UNION ALL SELECT key, 'sources', iif(source LIKE 'folder/%', 'folder', source)
		FROM owned JOIN records r ON r.id = record_id WHERE source <> ''
	UNION ALL SELECT key, iif(n.kind = 'place', 'places', 'people'), n.id
		FROM owned JOIN joined USING (record_id) JOIN names n ON n.id = name_id
	UNION ALL SELECT DISTINCT key, 'tags', name FROM owned o JOIN tagged t ON t.id = record_id OR (o.kind = 'a' AND t.id = o.id)
	UNION ALL SELECT key, 'authors', author FROM owned JOIN annotations a ON a.id = owned.id
), chosen (facet, value) AS (
	SELECT list.key, each.value FROM json_each(?) list, json_each(list.value) each
)`;
const isLeft = (facet: string) => `NOT EXISTS (
	SELECT 1 FROM (SELECT DISTINCT facet FROM chosen) asked WHERE asked.facet <> ${facet} AND NOT EXISTS (
		SELECT 1 FROM facet_values v JOIN chosen USING (facet, value) WHERE v.facet = asked.facet AND v.key = hit.key))`;

function countInSql({ connection }: TestArchive, keys: readonly string[], query: SearchQuery) {
	const { text: _, dates, ...lists } = query;
	const years = dates ? Array.from({ length: dates.to - dates.from + 1 }, (_, at) => String(dates.from + at)) : null;
	const chosen = JSON.stringify({ ...lists, ...(years ? { years } : {}) });
	const counts = connection.all<{ facet: string; value: string; count: number }>(
		`${facetValues} SELECT hit.facet, hit.value, count(*) AS count FROM facet_values hit
		WHERE ${isLeft('hit.facet')} GROUP BY hit.facet, hit.value`,
		JSON.stringify(keys),
		chosen,
	);
	const total = connection.get<{ total: number }>(
		`${facetValues} SELECT count(*) AS total FROM hits hit WHERE ${isLeft("''")}`,
		JSON.stringify(keys),
		chosen,
	);
	return { total: total?.total, counts: counts.map(({ facet, value, count }) => `${facet} ${value}: ${count}`).sort() };
}

test('the counts of every facet are those that SQL counts over the same hits', () => {
	fc.assert(
		fc.property(fc.array(recordShape, { minLength: 1, maxLength: 6 }), queryShape, (records, query) => {
			const archive = openTestArchive();
			fill(archive, records);
			const { database, history } = archive;
			const search = new SearchService(database, history, new NamesService(database), () => 'en');
			const { owners, documents } = search.documents({ after: null, limit: 10_000 });
			const index = createSearchIndex();
			index.put(owners, documents);
			const everything = { offset: 0, limit: 10_000 };
			const keys = index.search({ text: query.text }, everything).hits.map(({ key }) => key);
			const { total, facets, hits } = index.search(query, everything);
			const lists = listFacets.flatMap((facet) =>
				facets[facet].filter(({ count }) => count > 0).map(({ value, count }) => `${facet} ${value}: ${count}`),
			);
			const years = facets.years.map(({ year, count }) => `years ${year}: ${count}`);
			expect({ total, counts: [...lists, ...years].sort() }).toEqual(countInSql(archive, keys, query));
			expect(hits).toHaveLength(total);
			archive.connection.close();
		}),
		{ numRuns: 40 },
	);
});
