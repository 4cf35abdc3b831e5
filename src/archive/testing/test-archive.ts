import { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { createFile } from '#archive/db/archive-file.ts';
import type { Connection } from '#archive/db/connection.ts';
import type { RowOf } from '#archive/db/stamped-tables.ts';
import { EditionsService } from '#archive/editions/editions-service.ts';
import { HistoryService } from '#archive/history/history-service.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Id, RecordId, ReplicaId } from '#shared/domain/ids.ts';

/** An archive in memory for tests: real SQLite, ids by number, a clock that moves one second each time it is read. */
export interface TestArchive {
	connection: Connection;
	database: ArchiveDatabase;
	history: HistoryService;
	editions: EditionsService;
	/** Adds a record that undo does not reach; columns that are not given are plain. */
	addRecord(number: number, columns?: Partial<RowOf<'records'>>): RecordId;
	/** Adds an edition of one paragraph a text, which the record then shows. */
	addEdition(recordId: RecordId, texts: readonly string[], language?: string): Edition;
	/** Moves a record to the bin without leaving anything to undo. */
	moveToBin(recordId: RecordId): void;
}

const startMillis = Date.UTC(2020, 0, 1);
const replicaId = '00000000-0000-4000-8000-0000000000aa' as ReplicaId;

export function openTestArchive(): TestArchive {
	const connection = createFile(':memory:');
	let seconds = 0;
	const now = () => startMillis + 1000 * seconds++;
	connection.run('INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, ?, ?)', replicaId, '', '2020-01-01');
	const author = () => 'A. Reader';
	const database = new ArchiveDatabase(connection, { replicaId, author, now, isReadOnly: false });
	const editions = new EditionsService(database);
	return {
		connection,
		database,
		editions,
		history: new HistoryService(database),
		addRecord(number, columns = {}) {
			const id = testId<RecordId>(number);
			const row = { ...plainRecord, title: `Sample record ${number}`, ...columns };
			database.step('setup', (step) => step.insert('records', id, row), { kind: 'setup' });
			return id;
		},
		addEdition(recordId, texts, language = 'en') {
			const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }));
			const maker = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
			return database.step(
				'setup',
				(step) => {
					const edition = editions.addWithin(step, recordId, { ...maker, parameters: {}, language, blocks });
					step.update('records', recordId, { edition_id: edition.id });
					return edition;
				},
				{ kind: 'setup' },
			);
		},
		moveToBin(recordId) {
			database.step('setup', (step) => step.remove('records', recordId), { kind: 'setup' });
		},
	};
}

/** The same id for the same number, in the form that the contract asks for. */
export function testId<I extends Id<string>>(number: number): I {
	return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as I;
}

const plainRecord: RowOf<'records'> = {
	title: '',
	kind: 'letter',
	holding: 'held',
	creators: '[]',
	dates: '[]',
	languages: '[]',
	description: '',
	rights: '',
	source: '',
	known_from: '',
	access: 'open',
	embargo_until: '',
	parent_id: null,
	edition_id: null,
	redaction_id: null,
	created_at: '2020-01-01T00:00:00.000Z',
};
