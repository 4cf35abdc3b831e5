import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type {
	CatalogueDescription,
	CatalogueEntry,
	CataloguePlan,
	CatalogueRecordFields,
} from '#shared/domain/catalogue.ts';
import { type Description, emptyDescription } from '#shared/domain/description.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

export interface CatalogueServices {
	records: RecordsService;
	descriptions: DescriptionsService;
}

/** A row, what it comes to, and what is to be written of it on a record that is here. */
export interface PlannedChange {
	plan: CataloguePlan;
	entry: CatalogueEntry;
	fields: Partial<CatalogueRecordFields>;
	description: Partial<CatalogueDescription>;
}

/** Finds which record each row describes, as the archive was when it was made, and what it has to say of it. */
export class RowPlanner {
	readonly #services: CatalogueServices;
	readonly #replaces: boolean;
	readonly #records: ReadonlyMap<RecordId, RecordSummary>;
	readonly #descriptions: ReadonlyMap<RecordId, Description>;
	readonly #byReference = new Map<string, RecordId[]>();
	readonly #byTitle = new Map<string, RecordId[]>();
	/** Of each title and set of fields that rows had, the records of that title by what they say in those fields. */
	readonly #bySaid = new Map<string, ReadonlyMap<string, RecordId>>();
	readonly #seen = new Set<string>();
	readonly #described = new Set<RecordId>();

	constructor(services: CatalogueServices, replaces: boolean) {
		this.#services = services;
		this.#replaces = replaces;
		this.#records = new Map(services.records.list({}).map((record) => [record.id, record]));
		this.#descriptions = services.descriptions.all();
		for (const [id, record] of this.#records) {
			push(this.#byTitle, record.title, id);
			const reference = this.#descriptions.get(id)?.referenceCode ?? '';
			if (reference !== '') push(this.#byReference, reference, id);
		}
	}

	plan(given: CatalogueEntry): PlannedChange {
		const holders = this.#holdersOf(given.sha256);
		const entry = holders.length > 0 ? given : withDigestNoted(given);
		const { row, fields, sha256 } = entry;
		const { referenceCode = '' } = entry.description;
		const named = { row, name: fields.title ?? (referenceCode || sha256 || message('catalogue.untitled')) };
		const identity = sha256 ?? (referenceCode || JSON.stringify([fields, entry.description]));
		if (this.#seen.has(identity)) return this.#fail(entry, named, 'catalogue.reason.twice');
		const found = holders.length > 0 ? holders : this.#find(entry);
		if (found.length > 1) return this.#fail(entry, named, 'catalogue.reason.several');
		const [recordId] = found;
		const record = recordId && this.#records.get(recordId);
		if (!record && !fields.title) return this.#fail(entry, named, 'catalogue.reason.title');
		// Rows may name one record in different ways: by its digest, its code, or what it says.
		if (record && this.#described.has(record.id)) return this.#fail(entry, named, 'catalogue.reason.twice');
		this.#seen.add(identity);
		if (record) this.#described.add(record.id);
		const unread = unreadReason(entry);
		if (!record) {
			const plan: CataloguePlan = { ...named, outcome: 'added', ...(unread !== '' && { reason: unread }) };
			return { entry, plan, fields: {}, description: entry.description };
		}
		return this.#describe(entry, named, record);
	}

	#holdersOf(sha256: Sha256 | undefined): RecordId[] {
		if (!sha256) return [];
		const holders = this.#services.records.holdersOf(sha256);
		return holders.filter(({ isInBin }) => !isInBin).map(({ id }) => id);
	}

	#find(entry: CatalogueEntry): RecordId[] {
		const referred = this.#byReference.get(entry.description.referenceCode ?? '') ?? [];
		if (referred.length > 0) return referred;
		const same = this.#sayingAllOf(entry);
		return same ? [same] : [];
	}

	/**
	 * The record to which nothing of a row is new: the same catalogue brought in again adds nothing. Looked up, since every
	 * row and record of a catalogue may have the same title.
	 */
	#sayingAllOf({ fields, description }: CatalogueEntry): RecordId | undefined {
		const { title = '' } = fields;
		const said = [Object.keys(fields), Object.keys(description)] as const;
		const key = JSON.stringify([title, said]);
		const index = this.#bySaid.get(key) ?? this.#indexOf(title, said);
		this.#bySaid.set(key, index);
		return index.get(JSON.stringify([Object.values(fields), Object.values(description)]));
	}

	/** The first record of each, where several say the same. */
	#indexOf(title: string, [fields, description]: readonly [string[], string[]]): Map<string, RecordId> {
		const index = new Map<string, RecordId>();
		for (const id of this.#byTitle.get(title) ?? []) {
			const known = this.#descriptions.get(id) ?? emptyDescription;
			const says = JSON.stringify([valuesOf(this.#records.get(id), fields), valuesOf(known, description)]);
			if (!index.has(says)) index.set(says, id);
		}
		return index;
	}

	#describe(entry: CatalogueEntry, named: Pick<CataloguePlan, 'row' | 'name'>, record: RecordSummary): PlannedChange {
		const known = this.#descriptions.get(record.id) ?? emptyDescription;
		const fields = this.#news(entry.fields, record);
		const description = this.#news(entry.description, known);
		const isNews = Object.keys(fields).length + Object.keys(description).length > 0;
		const differing = [...unlike(entry.fields, record), ...unlike(entry.description, known)];
		const kept = differing.filter((field) => !(field in fields) && !(field in description));
		const outcome = isNews ? 'described' : kept.length > 0 ? 'differs' : 'already-held';
		const names = kept.map(fieldName).join(', ');
		const left = kept.length > 0 ? [message('catalogue.reason.kept', { fields: names })] : [];
		const reason = [...left, unreadReason(entry)].filter((part) => part !== '').join('; ');
		return {
			...{ entry, fields, description },
			plan: {
				...named,
				name: record.title,
				recordId: record.id,
				outcome,
				...(reason !== '' && { reason }),
			},
		};
	}

	/** Of what a row says, that which is to be written over what is known. */
	#news<T extends object>(said: Partial<T>, known: T): Partial<T> {
		const news = Object.entries(said).filter(([field, value]) => {
			const before = known[field as keyof T];
			return !isSame(value, before) && (this.#replaces || isEmpty(before));
		});
		return Object.fromEntries(news) as Partial<T>;
	}

	#fail(entry: CatalogueEntry, named: Pick<CataloguePlan, 'row' | 'name'>, key: FailureKey): PlannedChange {
		return { entry, fields: {}, description: {}, plan: { ...named, outcome: 'failed', reason: message(key) } };
	}
}

type FailureKey = Extract<MessageKey, `catalogue.reason.${'twice' | 'several' | 'title'}`>;

/** Among thousands of rows nobody would find the date in words that went into the description. */
function unreadReason({ unread = [] }: CatalogueEntry): string {
	return unread.length === 0 ? '' : message('catalogue.reason.unread', { columns: unread.join(', ') });
}

/** The digest of a file that is not held has no field of its own, and is how that file will be known. */
function withDigestNoted(entry: CatalogueEntry): CatalogueEntry {
	const { fields, sha256 } = entry;
	if (!sha256) return entry;
	const description = [fields.description ?? '', `SHA-256: ${sha256}`].filter((line) => line !== '').join('\n');
	return { ...entry, fields: { ...fields, description } };
}

function fieldName(field: string): string {
	if (field in emptyDescription) return message(`description.field.${field as keyof CatalogueDescription}`);
	if (field === 'knownFrom') return message('catalogue.use.knownFrom');
	return message(`record.field.${field as Exclude<keyof CatalogueRecordFields, 'knownFrom'>}`);
}

function push(lists: Map<string, RecordId[]>, key: string, id: RecordId): void {
	const list = lists.get(key);
	if (list) list.push(id);
	else lists.set(key, [id]);
}

function valuesOf<T extends object>(known: T | undefined, fields: readonly string[]): unknown[] {
	return fields.map((field) => known?.[field as keyof T]);
}

function unlike<T extends object>(said: Partial<T>, known: T): string[] {
	return Object.entries(said)
		.filter(([field, value]) => !isSame(value, known[field as keyof T]))
		.map(([field]) => field);
}

/** A kind that nobody chose is none. */
function isEmpty(value: unknown): boolean {
	return value === '' || value === 'other' || (Array.isArray(value) && value.length === 0);
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
