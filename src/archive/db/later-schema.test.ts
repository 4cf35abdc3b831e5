import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { fillEveryTable } from '#archive/testing/every-table.ts';
import { takeBackTo } from '#archive/testing/older-archive.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { newId } from '#shared/domain/ids.ts';
import { Connection } from './connection.ts';
import { schemaVersion } from './migrations.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

describe('an archive of an earlier version that can only be read', { timeout: 60_000 }, () => {
	const versions = Array.from({ length: schemaVersion - 1 }, (_, at) => at + 1);
	test.each(versions)('version %i answers all that a window asks', async (version) => {
		const path = join(folder(), 'older.lectern');
		const made = archives.create(path);
		const { letterId, editionId, claimId } = await fillEveryTable(made, archives, folder());
		await made.close();
		const connection = new Connection(path, 'write');
		takeBackTo(connection, version);
		connection.close();

		const { services } = await archives.openReadOnly(path);
		expect(services.records.list({}).map(({ title }) => title)).toContain('Described sample');
		expect(services.records.get({ id: letterId })).toMatchObject({ id: letterId, editionId });
		expect(services.annotations.list({}).map(({ id }) => id)).toContain(claimId);
		expect(services.links.list({ kind: 'record', id: letterId })).not.toEqual([]);
		expect(services.events.list()).toHaveLength(2);
		const [name] = services.names.list();
		expect(name?.forms).not.toEqual([]);
		// What came after the first version: answered, with what there is of it.
		const asked = [
			() => services.mentions.list({ nameId: name?.id ?? newId() }),
			() => services.wantedSources.list(),
			() => services.nameSuggestions.rejected(),
			() => services.foundDates.rejected({ recordId: letterId }),
			() => services.alignments.list({ firstId: editionId, secondId: editionId }),
			() => services.quotes.list({ style: 'short' }),
			() => services.savedSearches.list(),
			() => services.conflicts.list(),
			() => services.descriptions.get({ recordId: letterId }),
			() => services.evidence.list(),
			() => services.history.state(),
		];
		for (const ask of asked) expect(ask).not.toThrow();
	});
});
