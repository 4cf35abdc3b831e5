import type { AlignmentsService } from '#archive/alignments/alignments-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { isWithheld } from '#archive/transfer/withholding.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { TranslationCalls } from '#shared/api/translations-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { Translation, TranslationAim } from '#shared/domain/translation.ts';
import { joinedReference } from '#shared/translation/joined-reference.ts';
import type { TranslatedText } from '#shared/translation/read-sheet.ts';
import type { SheetCode } from '#shared/translation/sheet-code.ts';
import { type SheetRow, sheetRows } from '#shared/translation/sheet-rows.ts';
import { joinedText } from '#shared/translation/written-row.ts';
import {
	deleteTranslation,
	findTranslation,
	listEditionsByBits,
	listTranslations,
	putTranslation,
} from './translations-repository.ts';

/** What a translator is given: the passages of a text, and what of them is translated already. */
export interface TranslationMatter {
	base: Edition;
	blocks: StoredBlock[];
	rows: SheetRow[];
	/** By ordinal of the base. */
	done: Map<number, TranslatedText>;
	/** Passages that are translated in another's: by ordinal of the base, that of the other. */
	joinedIn: Map<number, number>;
}

/** What stands in the cell of a passage before anybody writes there; undefined where it is not translated. */
export function cellOf({ rows, done, joinedIn }: TranslationMatter, ordinal: number): TranslatedText | undefined {
	const first = joinedIn.get(ordinal);
	const label = first === undefined ? undefined : rows.find((row) => row.ordinal === first)?.label;
	return label === undefined ? done.get(ordinal) : { text: joinedReference(label), marks: [], joined: [] };
}

interface Services {
	records: RecordsService;
	editions: EditionsService;
	alignments: AlignmentsService;
}

/** Which records are asked for in another language, how far that is, and which edition is the translation of each. */
export class TranslationsService {
	readonly #database: ArchiveDatabase;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, services: Services) {
		this.#database = database;
		this.#services = services;
	}

	/** Of all records, or of one; what is awaited first. */
	list({ recordId }: ArgumentOf<TranslationCalls['list']>): Translation[] {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return listTranslations(this.#database.reader, recordId ?? null).map(({ access, embargoUntil, ...row }) => ({
			...row,
			isWithheld: isWithheld({ access, embargoUntil }, today),
			isRedacted: row.isRedacted === 1,
			hasWithheldNames: row.hasWithheldNames === 1,
		}));
	}

	/** Asks for them in a language; those that are asked for or sent out already stay as they are. */
	ask({ recordIds, language }: ArgumentOf<TranslationCalls['ask']>): number {
		const { reader } = this.#database;
		const asked = recordIds.filter((id) => {
			this.#services.records.get({ id });
			return (findTranslation(reader, id, language)?.status ?? 'home') === 'home';
		});
		if (asked.length === 0) return 0;
		this.#database.step('translationAsked', (step) => {
			for (const id of asked) {
				const editionId = findTranslation(step.writer, id, language)?.editionId ?? null;
				putTranslation(step, id, language, { status: 'asked', editionId });
			}
		});
		return asked.length;
	}

	/** Nothing is awaited any more; a translation that is there stays. */
	stop({ recordIds, language }: ArgumentOf<TranslationCalls['stop']>): void {
		this.#database.step('translationStopped', (step) => {
			for (const id of recordIds) {
				const editionId = findTranslation(step.writer, id, language)?.editionId ?? null;
				if (editionId) putTranslation(step, id, language, { status: 'home', editionId });
				else deleteTranslation(step, id, language);
			}
		});
	}

	/** They went to a translator. */
	noteSent(aims: readonly TranslationAim[]): void {
		if (this.#database.isReadOnly) return;
		const { reader } = this.#database;
		const going = aims.filter(
			({ recordId, language }) => findTranslation(reader, recordId, language)?.status !== 'sent',
		);
		if (going.length === 0) return;
		this.#database.step('translationSent', (step) => {
			for (const { recordId, language } of going) {
				const editionId = findTranslation(step.writer, recordId, language)?.editionId ?? null;
				putTranslation(step, recordId, language, { status: 'sent', editionId });
			}
		});
	}

	/** This edition is the translation from now on. Where passages are missing, they are still awaited. */
	bringHomeWithin(step: Step, { recordId, language, id }: Edition, isWhole: boolean): void {
		const known = findTranslation(step.writer, recordId, language);
		const status = isWhole ? 'home' : (known?.status ?? 'home');
		putTranslation(step, recordId, language, { status, editionId: id });
	}

	/** The edition that is the translation into this language now; undefined where there is none. */
	shownIn(recordId: RecordId, language: string): Edition | undefined {
		const id = findTranslation(this.#database.reader, recordId, language)?.editionId;
		return id ? this.#services.editions.find(id) : undefined;
	}

	/**
	 * What is translated of a record: the text that strangers get where it has been redacted, since a translator is one,
	 * else the text that it shows; or, of the edition given, that.
	 */
	matterOf(recordId: RecordId, language: string, baseEditionId?: EditionId): TranslationMatter {
		const { records, editions } = this.#services;
		const record = records.get({ id: recordId });
		const id = baseEditionId ?? record.redactionId ?? record.editionId;
		const base = record.editions.find((edition) => edition.id === id);
		if (!base || base.kind === 'translation') throw new AppError('not-found', { what: id ?? recordId });
		const blocks = editions.blocks({ id: base.id });
		const rows = sheetRows(blocks);
		const shown = this.shownIn(recordId, language);
		return {
			base,
			blocks,
			rows,
			...(shown ? this.#doneOf(base.id, shown.id) : { done: new Map(), joinedIn: new Map() }),
		};
	}

	/** Each passage with its translation; of those that were joined, the first has it. */
	#doneOf(firstId: EditionId, secondId: EditionId): Pick<TranslationMatter, 'done' | 'joinedIn'> {
		const { editions, alignments } = this.#services;
		const translated = new Map(editions.blocks({ id: secondId }).map((block) => [block.ordinal, block]));
		const done: TranslationMatter['done'] = new Map();
		const joinedIn: TranslationMatter['joinedIn'] = new Map();
		const firsts = new Map<number, number>();
		const pairs = alignments.list({ firstId, secondId }).sort((one, other) => (one.first ?? 0) - (other.first ?? 0));
		for (const { first, second } of pairs) {
			const block = second === null ? undefined : translated.get(second);
			if (first === null || second === null || !block) continue;
			const before = firsts.get(second);
			const own = done.get(first);
			if (before !== undefined && before !== first) {
				joinedIn.set(first, before);
				done.get(before)?.joined.push(first);
			} else {
				firsts.set(second, first);
				done.set(first, { joined: [], ...own, ...joinedText(own ? [{ kind: 'paragraph', ...own }, block] : [block]) });
			}
		}
		return { done, joinedIn };
	}

	/** The edition that a file was made of; undefined where it is not in this archive. */
	ofCode({ editionBits }: SheetCode): { id: EditionId; recordId: RecordId } | undefined {
		return listEditionsByBits(this.#database.reader, editionBits)[0];
	}
}
