import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import { obtainWithin } from '#archive/wanted-sources/wanted-sources-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { RecordCalls, RecordDetail } from '#shared/api/records-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type EditionId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import type { HeldFile, RecordFields, RecordSummary } from '#shared/domain/record.ts';
import type { DescribedText } from './described-text.ts';
import { insertDescribedText, listDescribedTexts } from './described-texts-repository.ts';
import { listJoinedAnywhere, withJoined, withJoinedInBin } from './joined-records.ts';
import {
	countParts,
	countRecords,
	findRedaction,
	insertPart,
	insertRecord,
	listFiles,
	listHolders,
	listRecords,
	listRedactions,
	listTranslationIds,
	type RecordCounts,
	type RecordFilter,
	type RecordState,
	updateFields,
	updateRedaction,
	updateState,
} from './records-repository.ts';
import { listTranslatorsFiles } from './translators-files.ts';

const emptyFields: RecordFields = {
	title: '',
	kind: 'other',
	creators: [],
	dates: [],
	languages: [],
	description: '',
	rights: '',
	source: '',
	knownFrom: '',
	access: 'open',
	embargoUntil: '',
	parentId: null,
};

/** Descriptions of items, held or only known of. */
export class RecordsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionsService;

	constructor(database: ArchiveDatabase, editions: EditionsService) {
		this.#database = database;
		this.#editions = editions;
	}

	list(filter: RecordFilter): RecordSummary[] {
		return listRecords(this.#database.reader, filter);
	}

	/** Those of them that are there, in the bin or not. What it costs goes by their number, not by the archive's. */
	some({ ids }: { ids: RecordId[] }): RecordSummary[] {
		return listRecords(this.#database.reader, { ids });
	}

	get({ id }: { id: RecordId }): RecordDetail {
		const [summary] = listRecords(this.#database.reader, { ids: [id] });
		if (!summary) throw new AppError('not-found', { what: id });
		const { reader } = this.#database;
		const redactionId = findRedaction(reader, id);
		const translationIds = listTranslationIds(reader, id).filter((each) => each !== summary.editionId);
		const editions = this.#editions.listOf(id);
		return { ...summary, files: listFiles(reader, id), editions, redactionId, translationIds };
	}

	/** The redacted texts, by the records that share them in the place of all their others; of records in the bin too. */
	redactions(): Map<RecordId, EditionId> {
		return listRedactions(this.#database.reader);
	}

	/** Into which record others were joined, those in the bin among them. */
	joinedAnywhere(): Map<RecordId, RecordId> {
		return listJoinedAnywhere(this.#database.reader);
	}

	/** In the order of the record's parts. */
	filesOf(id: RecordId): HeldFile[] {
		return listFiles(this.#database.reader, id);
	}

	/** Of those, the ones that its translations came in. */
	translatorsFilesOf(id: RecordId): Set<Sha256> {
		return new Set(listTranslatorsFiles(this.#database.reader, id));
	}

	counts(): RecordCounts {
		return countRecords(this.#database.reader);
	}

	/** The records that hold these bytes, those in the bin last. */
	holdersOf(sha256: Sha256): { id: RecordId; isInBin: boolean }[] {
		return listHolders(this.#database.reader, sha256);
	}

	/** A repeated call makes one record; `conflict` when that was moved to the bin meanwhile. */
	add({ id, fields }: ArgumentOf<RecordCalls['add']>): RecordDetail {
		const [known] = this.list({ ids: [id] });
		if (known?.isInBin) throw new AppError('conflict');
		if (known) return this.get({ id });
		if (fields.parentId) this.#refuseCycle(id, fields.parentId);
		this.#database.step('recordAdded', (step) =>
			this.addWithin(step, id, fields, { holding: 'described-only', editionId: null }),
		);
		return this.get({ id });
	}

	update({ id, revision, fields }: ArgumentOf<RecordCalls['update']>): RecordDetail {
		if (fields.parentId) this.#refuseCycle(id, fields.parentId);
		this.#database.step('recordChanged', (step) => updateFields(step, id, fields, revision));
		return this.get({ id });
	}

	moveToBin({ ids }: { ids: RecordId[] }): void {
		this.#database.step('recordsMovedToBin', (step) => {
			// What was joined goes where the whole goes. Subtle: after it, which is how it is known again.
			for (const id of withJoined(step.writer, ids)) step.remove('records', id);
		});
	}

	restore({ ids }: { ids: RecordId[] }): void {
		this.#database.step('recordsRestored', (step) => this.restoreWithin(step, ids));
	}

	/** Changes these fields as part of a step. */
	updateWithin(step: Step, id: RecordId, fields: Partial<RecordFields>): void {
		updateFields(step, id, fields);
	}

	addWithin(step: Step, id: RecordId, fields: Partial<RecordFields>, state: RecordState): void {
		insertRecord(step, id, { ...emptyFields, ...fields }, state);
	}

	/** From the bin, with all that was joined into them and went there with them. */
	restoreWithin(step: Step, ids: readonly RecordId[]): void {
		for (const id of withJoinedInBin(step.writer, ids)) step.restore('records', id);
	}

	/** Adds a file to the record's parts: at their end, and received now, unless it is said otherwise. */
	addPartWithin(
		step: Step,
		recordId: RecordId,
		sha256: Sha256,
		fileName: string,
		{ ordinal, receivedAt }: { ordinal?: number; receivedAt?: string } = {},
	): void {
		insertPart(step, derivedId('part', recordId, sha256), {
			record_id: recordId,
			ordinal: ordinal ?? countParts(step.writer, recordId),
			sha256,
			file_name: fileName,
			received_at: receivedAt ?? step.at,
		});
	}

	/** Changes what the record holds and which edition opens by itself. A source that was wanted is obtained then. */
	setStateWithin(step: Step, id: RecordId, state: RecordState): void {
		const wasDescribed = step.find('records', id)?.holding === 'described-only';
		updateState(step, id, state);
		if (wasDescribed && state.holding !== 'described-only') obtainWithin(step, id);
	}

	/** Which text goes to strangers in the place of all others of the record; null for all of them. */
	setRedactionWithin(step: Step, id: RecordId, editionId: EditionId | null): void {
		updateRedaction(step, id, editionId);
	}

	/** A description that names no language learns it from the text that arrived; what a person wrote stays. */
	addLanguageWithin(step: Step, id: RecordId, language: string): void {
		if (language === 'und' || this.get({ id }).languages.length > 0) return;
		updateFields(step, id, { languages: [language] });
	}

	/** Texts by which described records outside the bin will be recognised. */
	describedTexts(): DescribedText[] {
		return listDescribedTexts(this.#database.reader);
	}

	addDescribedTextWithin(step: Step, text: DescribedText): void {
		insertDescribedText(step.writer, text);
	}

	/**
	 * What a record is a part of, from the nearest on. A merge, or another program, may have made a ring: it ends where the
	 * ring closes, with that record once more.
	 */
	listAbove(id: RecordId): RecordId[] {
		const above: RecordId[] = [];
		for (let at = this.get({ id }).parentId; at; at = this.get({ id: at }).parentId) {
			const isClosed = at === id || above.includes(at);
			above.push(at);
			if (isClosed) break;
		}
		return above;
	}

	/** Nothing more is put below a ring that is there already. */
	#refuseCycle(id: RecordId, parentId: RecordId): void {
		const chain = [id, parentId, ...(id === parentId ? [] : this.listAbove(parentId))];
		if (new Set(chain).size < chain.length) throw new AppError('invalid-input', { reason: 'parentId' });
	}
}
