import type { VerifyChoice } from '#shared/api/editions-api.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import { findCollection, findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';
import { checkLines } from './log/verify.ts';

export interface VerifyOptions {
	record?: string;
	collection?: string;
}

type Counts = Partial<Record<ItemOutcome, number>>;

/**
 * Reads back originals and texts, compares digests, and recomputes the custody log; names what is not as it was
 * received. Status 1 when anything is not intact.
 */
export async function verifyArchive(session: Session, options: VerifyOptions, output: Output): Promise<number> {
	const choice = await choose(session, options);
	const originals: Counts = {};
	const texts: Counts = {};
	const job = await runJob(session, null, {
		start: () => session.calls.originals.verify(choice),
		onItem(item) {
			const counts = item.editionId ? texts : originals;
			counts[item.outcome] = (counts[item.outcome] ?? 0) + 1;
			output.json(item);
			if (item.outcome !== 'intact') output.line(itemLine(item));
		},
	});
	output.line(message('cli.verify.originals', numbersOf(originals)));
	output.line(message('cli.verify.texts', numbersOf(texts)));
	const isSound = options.record || options.collection ? true : checkWhole(session, output);
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	const isIntact = Object.keys({ ...originals, ...texts }).every((outcome) => outcome === 'intact');
	return isIntact && isSound && job.state === 'done' ? 0 : 1;
}

/** The chain of the log, and the digest over everything that is listed. */
function checkWhole({ archive }: Session, output: Output): boolean {
	const custody = archive.services.custody.check();
	const contentRoot = archive.services.contentRoot.state;
	output.json({ custody, contentRoot });
	for (const line of checkLines(custody)) output.line(line);
	output.line(message(`cli.verify.root.${contentRoot}`));
	return !custody.firstBad && contentRoot !== 'changed';
}

async function choose({ calls }: Session, { record, collection }: VerifyOptions): Promise<VerifyChoice> {
	if (record !== undefined) return { recordIds: [findRecord(await calls.records.list({}), record).id] };
	if (collection === undefined) return {};
	return { collectionId: findCollection(await calls.collections.list(undefined), collection).id };
}

function numbersOf({ intact = 0, changed = 0, missing = 0, unverifiable = 0, cancelled = 0 }: Counts) {
	return { intact, changed, missing, unverifiable, cancelled };
}

function itemLine({ name, outcome, sha256, editionId }: JobItem): string {
	const what = sha256 ?? (editionId ? message('job.text') : '');
	return `${message(`cli.outcome.${outcome}`)}  ${withoutControls(name)}  ${what}`.trimEnd();
}
