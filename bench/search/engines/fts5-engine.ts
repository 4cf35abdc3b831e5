import path from 'node:path';
import Database from 'better-sqlite3';
import { readCorpus } from '../corpus/corpus-file.ts';
import type { BenchQuery, QueryFilter } from '../queries/bench-query.ts';
import type { BenchEngine } from './bench-engine.ts';

/** FTS5 as it comes, and with an index of two- and three-letter prefixes. */
export const fts5Engine = engine('fts5', '');
export const fts5PrefixEngine = engine('fts5-prefix', ", prefix='2 3'");

// The app has loaded SQLite itself long before anybody searches.
new Database(':memory:').close();

const fileIn = (folder: string) => path.join(folder, 'index.sqlite');

function engine(name: string, tableOptions: string): BenchEngine {
	return {
		name,
		version: 1,
		canAnswer: ({ isNear }) => !isNear,
		build(corpus, folder) {
			const database = new Database(fileIn(folder));
			database.pragma('journal_mode = off');
			// Terms are folded already: marks belong to them, and nothing more is stripped. Without the texts, as these
			// stand in the archive anyway.
			database.exec(`
				CREATE VIRTUAL TABLE texts USING fts5(
					text, content='', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"${tableOptions}
				);
				CREATE TABLE passages (id INTEGER PRIMARY KEY, kind TEXT, language TEXT, year INTEGER);
			`);
			const addText = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
			const addPassage = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?)');
			database.transaction(() => {
				for (const { number, terms, kind, language, date } of readCorpus(corpus)) {
					addText.run(number, terms.join(' '));
					addPassage.run(number, kind, language, Number(date.slice(0, 4)));
				}
				database.exec("INSERT INTO texts (texts) VALUES ('optimize')");
			})();
			database.close();
		},
		open(folder) {
			const database = new Database(fileIn(folder), { readonly: true });
			const statements = new Map<string, Database.Statement>();
			const prepared = (sql: string) => {
				const known = statements.get(sql) ?? database.prepare(sql).pluck();
				statements.set(sql, known);
				return known;
			};
			return {
				search(query, limit) {
					const [condition, values] = query.filter ? conditionOf(query.filter) : ['', []];
					const join = condition === '' ? '' : 'JOIN passages ON id = texts.rowid';
					const sql = `SELECT texts.rowid FROM texts ${join} WHERE texts MATCH ? ${condition} ORDER BY rank LIMIT ?`;
					return { ids: prepared(sql).all(matchOf(query), ...values, limit) as number[], total: null };
				},
				close: () => {
					database.close();
				},
			};
		},
	};
}

function matchOf({ words, isPrefix, isPhrase }: BenchQuery): string {
	if (isPhrase) return `"${words.join(' ')}"`;
	return words.map((word, at) => `"${word}"${isPrefix && at === words.length - 1 ? '*' : ''}`).join(' AND ');
}

function conditionOf({ kind, language, years }: QueryFilter): [condition: string, values: (string | number)[]] {
	if (kind !== undefined) return ['AND kind = ?', [kind]];
	if (language !== undefined) return ['AND language = ?', [language]];
	return years ? ['AND year BETWEEN ? AND ?', [years.from, years.to]] : ['', []];
}
