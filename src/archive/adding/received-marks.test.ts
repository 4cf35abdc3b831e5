import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

test('what readers marked and wrote in a PDF are annotations with their names and days, and go with it', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const path = join(root, 'a.pdf');
	writeFileSync(
		path,
		writePdf([column(['alpha beta gamma delta epsilon', 'zeta eta theta iota.'])], {
			notes: [
				"<< /Type /Annot /Subtype /Highlight /Rect [101 697 124 709] /QuadPoints [101.5 709 123.8 709 101.5 697 123.8 697] /T (One Sample) /Contents (Remark) /M (D:20240102030405+01'00') >>",
				'<< /Type /Annot /Subtype /Text /Rect [400 300 420 320] /Contents (Beside) /T (Two) >>',
			],
		}),
	);
	const [item] = await archives.add(archive, path);
	expect(item).toMatchObject({ outcome: 'added', note: message('adding.marks', { count: 2 }) });
	const { annotations, history } = archive.services;
	const recordId = item?.recordId as RecordId;
	const [beside, marked] = annotations.list({ recordId }).sort((a, b) => a.body.localeCompare(b.body));
	expect(marked).toMatchObject({
		...{ body: 'Remark', author: 'One Sample', createdAt: '2024-01-02T02:04:05.000Z', placement: 'placed' },
		target: { exact: 'beta' },
	});
	expect(beside).toMatchObject({ body: 'Beside', author: 'Two', target: null, region: { page: 1 } });

	history.undo();
	expect(annotations.list({})).toEqual([]);
});
