import { basename, resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { type MergedChange, type MergePreview, mergedChanges, mergedKinds } from '#shared/domain/merge.ts';
import { fieldWords } from '#shared/messages/field-words.ts';
import { message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import { type KeyFiles, readOpener } from '../key-files.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

const thingsPerPage = 1000;

/** Says what merging another archive would bring. Changes nothing. */
export async function previewMerge(session: Session, other: string, keys: KeyFiles, output: Output): Promise<number> {
	const id = newId<JobId>();
	const preview = await look(session, { id, other, keys }, output);
	try {
		for (let offset = 0, total = 1; offset < total; offset += thingsPerPage) {
			const page = session.archive.services.merge.things({ id, offset, limit: thingsPerPage });
			total = page.total;
			for (const thing of page.things) {
				const { kind, change, title, recordTitle, fields } = thing;
				output.json({ thing });
				const words = title || message('merge.untitled');
				const place = recordTitle ? message('merge.on-record', { title: recordTitle }) : '';
				const cells = [
					...[message(`merge.change.${change}`), message(`merge.kind.${kind}`)],
					...[words, place, fieldWords(fields)],
				];
				output.line(withoutControls(cells.filter(Boolean).join('  ')));
			}
		}
	} finally {
		await session.archive.services.merge.close({ id });
	}
	sayCounts(preview, output);
	return 0;
}

/** Merges another archive into the open one, as one step; the report is kept with the archive. Status 1: conflicts are left. */
export async function mergeArchive(session: Session, other: string, keys: KeyFiles, output: Output): Promise<number> {
	const id = newId<JobId>();
	const preview = await look(session, { id, other, keys }, output);
	if (preview.isEmpty) {
		await session.archive.services.merge.close({ id });
		sayCounts(preview, output);
		return 0;
	}
	const job = await runJob(session, id, {
		start: () => session.archive.services.merge.start({ id }),
		onItem(item) {
			output.json(item);
			output.line(itemLine(item));
		},
	});
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	if (job.state !== 'done') {
		output.note(message('merge.cancelled.text'));
		return 1;
	}
	output.note(message('merge.done.text', totals(preview)));
	const { conflict } = totals(preview);
	if (conflict > 0) output.note(message('cli.merge.conflicts', { count: conflict }));
	return conflict > 0 ? 1 : 0;
}

async function look(
	session: Session,
	{ id, other, keys }: { id: JobId; other: string; keys: KeyFiles },
	output: Output,
): Promise<MergePreview> {
	const path = resolve(other);
	const preview = await session.archive.services.merge.preview(
		id,
		path,
		basename(path),
		await readOpener(keys, session.takeSpare),
	);
	output.json({ preview });
	if (!preview.isCopy) output.note(message('merge.not-a-copy', { file: preview.file }));
	if (preview.withdrawnCount > 0) output.note(message('merge.withdrawn', { count: preview.withdrawnCount }));
	if (preview.goneCount > 0) output.note(message('merge.gone', { count: preview.goneCount }));
	if (preview.bringsOnlyNew) output.note(message('merge.only-new', { file: preview.file }));
	return preview;
}

function sayCounts(preview: MergePreview, output: Output): void {
	output.note(
		preview.isEmpty ? message('cli.merge.empty', { file: preview.file }) : message('merge.done.text', totals(preview)),
	);
}

function totals({ counts }: MergePreview): Record<MergedChange, number> {
	const sum = (change: MergedChange) => mergedKinds.reduce((all, kind) => all + counts[kind][change], 0);
	return Object.fromEntries(mergedChanges.map((change) => [change, sum(change)])) as Record<MergedChange, number>;
}

function itemLine({ outcome, mergedKind, name }: JobItem): string {
	const kind = mergedKind ? message(`merge.kind.${mergedKind}`) : '';
	return withoutControls([message(`cli.outcome.${outcome}`), kind, name].filter(Boolean).join('  '));
}
