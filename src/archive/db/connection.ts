import Database from 'better-sqlite3';
import EncryptingDatabase from 'better-sqlite3-multiple-ciphers';
import type { ArchiveKey } from './archive-key.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** What a function gets that only looks: it has no way to write. */
export interface Reader {
	all<Row>(sql: string, ...values: SqlValue[]): Row[];
	get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
	/** Rows one at a time, for results that should not be in memory at once. No other statement may run meanwhile. */
	each<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row>;
}

/** A reader that can also write; always inside a transaction of `ArchiveDatabase`. */
export interface Writer extends Reader {
	/** Gives the number of rows changed. */
	run(sql: string, ...values: SqlValue[]): number;
}

/** Pages (of 4 KiB) copied before other work gets its turn. */
const pagesPerTurn = 256;
/** How long to wait for another process to let go before saying who holds the archive. */
const busyTimeoutMillis = 500;

/** A file and what opens it; null for one that anybody can read. */
export interface KeyedFile {
	path: string;
	key: ArchiveKey | null;
}

/** An open SQLite file. The rest of Lectern sees Reader and Writer only and never learns how the file was opened. */
export class Connection implements Writer {
	/** Null for a file that anybody can read. */
	readonly key: ArchiveKey | null;
	readonly #database: Database.Database;
	readonly #statements = new Map<string, Database.Statement>();

	/** @param other a second file, whose tables are `other.NAME`; for writing one file from the other. */
	constructor(
		path: string,
		mode: 'write' | 'read' | 'create',
		key: ArchiveKey | null = null,
		other: KeyedFile | null = null,
	) {
		const options = { readonly: mode === 'read', fileMustExist: mode !== 'create', timeout: busyTimeoutMillis };
		this.key = key;
		this.#database = key || other ? openEncrypted(path, options, key) : new Database(path, options);
		if (other) this.run('ATTACH ? AS other KEY ?', other.path, other.key?.toString('latin1') ?? '');
		this.#database.pragma('trusted_schema = OFF');
		this.#database.pragma('cell_size_check = ON');
		this.#database.pragma('mmap_size = 0');
		this.#database.pragma('foreign_keys = ON');
	}

	/** As it was opened; ':memory:' for none. */
	get path(): string {
		return this.#database.name;
	}

	all<Row>(sql: string, ...values: SqlValue[]): Row[] {
		return this.#prepared(sql).all(...values) as Row[];
	}

	get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
		return this.#prepared(sql).get(...values) as Row | undefined;
	}

	each<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
		return this.#prepared(sql).iterate(...values) as IterableIterator<Row>;
	}

	run(sql: string, ...values: SqlValue[]): number {
		return this.#prepared(sql).run(...values).changes;
	}

	/** Several statements at once, without values: migrations. */
	execute(sql: string): void {
		this.#database.exec(sql);
	}

	/** Sets or asks one PRAGMA and gives its first value. */
	pragma(pragma: string): unknown {
		return this.#database.pragma(pragma, { simple: true });
	}

	/** Runs `work` in one transaction that takes the write lock at once; all of it is kept or none. */
	transaction<T>(work: () => T): T {
		return this.#database.transaction(work).immediate();
	}

	/**
	 * Copies the database as it is now into a new file that the same key opens, a few pages at a time, giving way to other
	 * work between them; what is written meanwhile is in the copy too. SQLite copies an encrypted one only in one go.
	 */
	async copyTo(path: string): Promise<void> {
		if (this.key) this.run('VACUUM INTO ?', path);
		else await this.#database.backup(path, { progress: () => pagesPerTurn });
	}

	close(): void {
		this.#database.close();
	}

	#prepared(sql: string): Database.Statement {
		let statement = this.#statements.get(sql);
		if (!statement) {
			statement = this.#database.prepare(sql);
			this.#statements.set(sql, statement);
		}
		return statement;
	}
}

/** As SQLCipher 4 has it, so that other programs open the file with the same key. */
function openEncrypted(path: string, options: Database.Options, key: ArchiveKey | null): Database.Database {
	const database = new EncryptingDatabase(path, options);
	database.pragma(`cipher = 'sqlcipher'`);
	database.pragma('legacy = 4');
	if (key) database.key(key);
	// SQLite keeps what it sorts, and undoes statements by, in files of its own, which would not be encrypted.
	database.pragma('temp_store = MEMORY');
	return database;
}
