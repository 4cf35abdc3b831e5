import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { ArchivePlaces } from './archive-places.ts';
import { openTransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();
const unknown = 'http://example.org/none';

test('a text that no address names is known by its digest, if it says anything', () => {
	const archive = openTransferArchive(folder);
	const edition = archive.addEdition(archive.addRecord(1), ['Alpha beta gamma']);
	// As of a document of nothing but two pictures.
	const wordless = archive.addEdition(archive.addRecord(2), ['', '']);
	const places = new ArchivePlaces(archive);
	expect(places.edition(unknown, edition.textSha256)?.edition.id).toBe(edition.id);
	expect(wordless.passageCount).toBe(0);
	expect(places.edition(unknown, wordless.textSha256)).toBeNull();
});
