// The package describes itself in a way that its own `exports` hide. It has better-sqlite3's calls, and one more.
declare module 'better-sqlite3-multiple-ciphers' {
	import type BetterSqlite3 from 'better-sqlite3';

	interface EncryptingDatabase extends BetterSqlite3.Database {
		/** What the file is encrypted with; for SQLCipher a passphrase, or a key in the words `x'…'`. */
		key(key: Buffer): number;
	}
	const Database: new (path: string, options?: BetterSqlite3.Options) => EncryptingDatabase;
	export default Database;
}
