import type { Reader } from '#archive/db/connection.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';
import type { MergePlan } from './merge-plan.ts';
import { findRow } from './merge-repository.ts';
import { getMarkedWords, getNameForm } from './merged-things-repository.ts';
import type { OtherArchive } from './other-archive.ts';
import type { Values } from './row-history.ts';
import { tableOfKind } from './thing-kinds.ts';

const longestTitle = 200;

/** Says what things are called, from their rows as they will be, else as they are here. */
export class ThingTitles {
	readonly #after = new Map<string, Values>();
	readonly #own: Reader;
	readonly #other: OtherArchive;

	constructor(plan: MergePlan, own: Reader, other: OtherArchive) {
		this.#own = own;
		this.#other = other;
		for (const { table, id, after } of plan.rows) this.#after.set(`${table} ${id}`, after.values);
	}

	find(table: StampedTable, id: string): Values | undefined {
		return this.#after.get(`${table} ${id}`) ?? findRow(this.#own, table, id);
	}

	/** On one line, and not too long; '' for a thing without words. */
	titleOf(table: StampedTable, id: string): string {
		const row = this.find(table, id);
		return row ? this.#words(table, id, row).replace(/\s+/gu, ' ').trim().slice(0, longestTitle) : '';
	}

	#words(table: StampedTable, id: string, row: Values): string {
		switch (table) {
			case 'annotations':
				return String(row.body) || this.#from((reader) => getMarkedWords(reader, id));
			case 'names':
				return this.#from((reader) => getNameForm(reader, id));
			case 'quotes':
				return String(row.exact);
			case 'links':
				return `${this.#end(row.from_kind, row.from_id)} → ${this.#end(row.to_kind, row.to_id)}`;
			default:
				return String(row.title ?? row.name ?? '');
		}
	}

	#end(kind: unknown, id: unknown): string {
		const table = tableOfKind(kind);
		return (table && this.titleOf(table, String(id))) || '…';
	}

	#from(get: (reader: Reader) => string | undefined): string {
		return get(this.#other.reader) ?? get(this.#own) ?? '';
	}
}
