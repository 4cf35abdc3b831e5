import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { ContentRootService } from '#archive/content-root/content-root-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService, TextDigest } from '#archive/editions/editions-service.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { VerifyChoice } from '#shared/api/editions-api.ts';
import type { CustodyDetails } from '#shared/domain/custody.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import type { Fixity } from '#shared/domain/record.ts';
import type { Original, OriginalsService } from './originals-service.ts';

/** Ten thousand small originals would wait for the disk ten thousand times, were each outcome kept by itself. */
const commitIntervalMillis = 100;
/** How long an original may go without being read back. */
const dueAfterMillis = 7 * 24 * 60 * 60 * 1000;
/** Reports of what was found intact, week after week, would be most of an archive of small files one day; the log stays. */
const keptReportsMillis = 8 * dueAfterMillis;

interface Verified {
	fixity: Fixity;
	item: JobItem;
}

/** How many originals, and how many texts, were found in which state. */
type Counts = Partial<Record<Fixity | `text-${Fixity}`, number>>;

/** What one run reads back. */
interface Extent {
	originals: readonly Original[];
	texts: readonly TextDigest[];
	/** Everything: then the content root is looked at too. */
	isWhole: boolean;
	/** An original, a text and so on: what is broken off every day comes to both all the same. Else originals first. */
	isByTurns?: true;
	/** What stands in the log of what was chosen. */
	about: { subject: string; detail: CustodyDetails };
}

interface VerifiedServices {
	originals: OriginalsService;
	editions: EditionsService;
	collections: CollectionsService;
	custody: CustodyService;
	contentRoot: ContentRootService;
}

/**
 * Reads originals and texts back and compares digests, as a job; finds what no integrity check of the database would. A
 * read-only archive is verified all the same, and keeps nothing of it.
 */
export class VerificationService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #services: VerifiedServices;

	constructor(database: ArchiveDatabase, jobs: JobsService, services: VerifiedServices) {
		this.#database = database;
		this.#jobs = jobs;
		this.#services = services;
	}

	verify(choice: VerifyChoice): JobId {
		return this.#start(choice);
	}

	/**
	 * The same for originals and texts that were not read back for a week; null when nothing is due. It gives way to others:
	 * what it has not come to is due still.
	 */
	verifyDue(): JobId | null {
		const now = this.#database.now();
		const since = new Date(now - dueAfterMillis).toISOString();
		const due = {
			originals: this.#services.originals.listDue(since),
			texts: this.#textsDue(since),
			isWhole: false,
			isByTurns: true as const,
			about: { subject: '', detail: { occasion: 'weekly' } },
		};
		if (due.originals.length + due.texts.length === 0) return null;
		due.originals.push(...this.#services.originals.listLost());
		this.#jobs.forgetBackground('verify', new Date(now - keptReportsMillis).toISOString());
		return this.#start({}, due, 'gives-way');
	}

	#start(choice: VerifyChoice, extent = this.#extentOf(choice), background?: 'gives-way'): JobId {
		const id = newId<JobId>();
		this.#jobs.start(id, 'verify', choice, (run) => this.#run(run, extent), background);
		return id;
	}

	#extentOf({ sha256s, recordIds, collectionId }: VerifyChoice): Extent {
		const { originals, editions, collections } = this.#services;
		const chosen = collectionId ? collections.recordIdsWithin(collectionId) : recordIds;
		const one = recordIds?.length === 1 ? recordIds[0] : sha256s?.length === 1 ? sha256s[0] : collectionId;
		const isWhole = !chosen && !sha256s;
		const detail = one === undefined && recordIds ? { records: recordIds.length } : {};
		const about = { subject: one ?? '', detail };
		const listed = chosen ? originals.listOf(chosen) : originals.list();
		const all = [...listed, ...originals.listLost(chosen)];
		if (chosen || !sha256s) return { originals: all, texts: editions.textDigests(chosen), isWhole, about };
		const asked = new Set(sha256s);
		return { originals: all.filter(({ sha256 }) => asked.has(sha256)), texts: [], isWhole, about };
	}

	/**
	 * No table says when a text was read back, for the reports do. Those come first that were not read back the week before
	 * either: however little time there is each day, each has its turn.
	 */
	#textsDue(since: string): TextDigest[] {
		const before = new Date(Date.parse(since) - dueAfterMillis).toISOString();
		const readBack = this.#jobs.editionsReadBack(before);
		const last = ({ id }: TextDigest) => readBack.get(id) ?? '';
		const due = this.#services.editions.textsBefore(since).filter((text) => last(text) < since);
		return due.sort((one, other) => (last(one) < last(other) ? -1 : Number(last(one) > last(other))));
	}

	async #run(run: JobRun, extent: Extent): Promise<void> {
		const total = extent.originals.length + extent.texts.length;
		run.setTotal(total);
		const counts: Counts = {};
		let verified: Verified[] = [];
		let keepAtMillis = 0;
		const keep = () => {
			if (verified.length > 0) this.#keep(run, verified);
			verified = [];
		};
		let left = total;
		try {
			for await (const found of this.#readBack(run, extent)) {
				const { fixity, item } = found;
				const count = item.editionId ? (`text-${fixity}` as const) : fixity;
				counts[count] = (counts[count] ?? 0) + 1;
				left -= 1;
				if (verified.length === 0) keepAtMillis = performance.now() + commitIntervalMillis;
				verified.push(found);
				if (performance.now() >= keepAtMillis) keep();
			}
		} catch (error) {
			try {
				keep();
				// What was read back until then was read back all the same, and is said to be no more than that.
				if (left < total) this.#conclude({ ...counts, left }, { ...extent, isWhole: false });
			} catch {
				// What broke it off is told: on a full disk this is but what came of it.
			}
			throw error;
		}
		// Not within the try: what was concluded once would be said to be broken off as well.
		keep();
		this.#conclude(counts, extent);
	}

	async *#readBack(run: JobRun, { originals, texts, isByTurns }: Extent): AsyncGenerator<Verified> {
		const textsAhead = isByTurns ? originals.length : 0;
		for (const [at, original] of originals.entries()) {
			yield await this.#readOriginal(run, original);
			const text = isByTurns && texts[at];
			if (text) yield await this.#readText(run, text);
		}
		for (const text of texts.slice(textsAhead)) yield await this.#readText(run, text);
	}

	async #readOriginal(run: JobRun, original: Original): Promise<Verified> {
		const item = this.#itemOf(original);
		run.setCurrent(item.name);
		const fixity = await this.#services.originals.verify(original, run.signal);
		return { fixity, item: { ...item, outcome: outcomeOf(fixity) } };
	}

	async #readText(run: JobRun, text: TextDigest): Promise<Verified> {
		run.setCurrent(text.recordTitle);
		await nextTurn();
		const outcome = await this.#services.editions.checkText(text, run.signal);
		const { id: editionId, recordId, recordTitle: name } = text;
		return { fixity: outcome, item: { name, outcome, recordId, editionId } };
	}

	#keep(run: JobRun, verified: readonly Verified[]): void {
		const items = verified.map(({ item }) => item);
		if (!this.#database.isReadOnly)
			this.#database.write((writer) => {
				const { originals, custody } = this.#services;
				for (const { fixity, item } of verified) {
					if (item.sha256) originals.keepCheck(writer, item.sha256, fixity);
					if (fixity === 'intact') continue;
					const { sha256, recordId = '', editionId } = item;
					if (sha256) custody.append(writer, 'verified', sha256, { outcome: fixity });
					else custody.append(writer, 'verified', recordId, { outcome: fixity, text: editionId ?? '' });
				}
				run.keepWithin(writer, items);
			});
		run.count(items);
	}

	/** The whole that was read back stands in the log with the content root, so that its head covers that too. */
	#conclude(counts: CustodyDetails, { isWhole, about }: Extent): void {
		const { custody, contentRoot } = this.#services;
		const root = isWhole ? contentRoot.check() : null;
		if (this.#database.isReadOnly) return;
		const found = { ...counts, ...(root && { contentRoot: contentRoot.compute(), contentRootState: root }) };
		this.#database.write((writer) => custody.append(writer, 'verified', about.subject, { ...about.detail, ...found }));
		if (isWhole) contentRoot.keep();
	}

	#itemOf({ sha256 }: Original): Omit<JobItem, 'outcome'> {
		const { originals } = this.#services;
		const recordId: RecordId | undefined = originals.holderOf(sha256);
		return { name: originals.fileNameOf(sha256) ?? sha256, sha256, ...(recordId && { recordId }) };
	}
}

function outcomeOf(fixity: Fixity): ItemOutcome {
	return fixity === 'unverified' ? 'unverifiable' : fixity;
}
