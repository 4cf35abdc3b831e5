import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import type { Placement } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { EditionTexts } from './edition-texts.ts';
import { claimFacts } from './evidence-facts.ts';
import { placeWords } from './exported-annotations.ts';
import { openTransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();

test('a note is cited where its words are in the shown edition, and only where that is sure', () => {
	const archive = openTransferArchive(folder);
	const recordId = archive.addRecord(1);
	const first = archive.addEdition(recordId, ['Alpha beta', 'Gamma delta']);
	const second = archive.addEdition(recordId, ['Before all', 'Alpha beta', 'Gamma delta']);
	const id = testId<AnnotationId>(10);
	const range = { editionId: first.id, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 5 };
	const fields = { purpose: 'claim' as const, body: '', tags: [], isResolved: false };
	archive.annotations.add({ id, recordId, range, fields });
	const place = {
		...range,
		editionId: second.id,
		startOrdinal: 2,
		endOrdinal: 2,
		exact: 'Gamma',
		prefix: '',
		suffix: '',
	};
	const placedAs = (placement: Placement) => ({ ...archive.annotations.get({ id }), place, placement });
	const texts = new EditionTexts(archive.editions);
	const words = (['placed', 'moved', 'needs-review', 'unplaced'] as const).map((each) =>
		placeWords(placedAs(each), texts),
	);
	expect(words).toEqual(['¶ 3', '¶ 3', 'was ¶ 2', 'was ¶ 2']);
	const record = { id: recordId, title: '', dateEdtf: '', holding: 'held' as const };
	const facts = { words: '', record, numbers: '2', supports: [], contradicts: [] };
	expect(claimFacts({ ...facts, claim: placedAs('unplaced') })[0]).toBe('was ¶ 2');
	expect(claimFacts({ ...facts, claim: placedAs('moved') })[0]).toBe('¶ 2');
});
