import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { type LinksService, wholeLinkId } from '#archive/links/links-service.ts';
import type { TagsService } from '#archive/tags/tags-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { RecordCalls, RecordDetail } from '#shared/api/records-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CollectionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { accessLevels, type RecordFields } from '#shared/domain/record.ts';
import { listParts, movePart } from './records-repository.ts';
import type { RecordsService } from './records-service.ts';

interface Services {
	records: RecordsService;
	descriptions: DescriptionsService;
	collections: CollectionsService;
	tags: TagsService;
	links: LinksService;
	custody: CustodyService;
}

interface Joining {
	whole: RecordDetail;
	/** Without the whole, in order. */
	parts: readonly RecordDetail[];
	/** With it. */
	all: readonly RecordDetail[];
}

/** Makes one record of what was received as several: twelve scans of one letter. */
export class RecordJoiningService {
	readonly #database: ArchiveDatabase;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, services: Services) {
		this.#database = database;
		this.#services = services;
	}

	/** See the contract. What was joined already, in this order, makes no step. */
	join({ id, ids }: ArgumentOf<RecordCalls['join']>): RecordDetail {
		const { records } = this.#services;
		if (!ids.includes(id) || new Set(ids).size < 2) throw new AppError('invalid-input', { reason: 'nothing to join' });
		const all = [...new Set(ids)].map((each) => {
			const record = records.get({ id: each });
			return each === id ? record : this.#asReceived(record);
		});
		const inBin = all.find(({ isInBin }) => isInBin);
		if (inBin) throw new AppError('not-found', { what: inBin.id });
		const parts = all.filter((record) => record.id !== id);
		if (parts.some(({ files }) => files.length === 0))
			throw new AppError('invalid-input', { reason: 'no file to join' });
		const joining = { whole: records.get({ id }), parts, all };
		this.#database.step('recordsJoined', (step) => this.#joinWithin(step, joining));
		return records.get({ id });
	}

	/** What came home from translators stays with the record that they translated: see `listJoined`. */
	#asReceived(record: RecordDetail): RecordDetail {
		const translators = this.#services.records.translatorsFilesOf(record.id);
		return { ...record, files: record.files.filter(({ sha256 }) => !translators.has(sha256)) };
	}

	#joinWithin(step: Step, joining: Joining): void {
		const { whole, parts } = joining;
		const { records, custody } = this.#services;
		const originals = this.#gatherFiles(step, joining);
		const isHeldNow = whole.holding === 'described-only' ? 'held' : whole.holding;
		records.setStateWithin(step, whole.id, { holding: isHeldNow, editionId: whole.editionId });
		this.#guard(step, joining);
		this.#gatherMemberships(step, joining);
		this.#placeBelow(step, joining);
		if (parts.some(({ parentId }) => parentId !== whole.id))
			custody.append(step.writer, 'joined', whole.id, {
				parts: parts.map(({ id }) => id).join(', '),
				originals: originals.join(', '),
			});
	}

	/** The whole gets the files of all, each once, and gives them in order. */
	#gatherFiles(step: Step, { whole, all }: Joining): Sha256[] {
		const { records } = this.#services;
		const ordered = new Map(all.flatMap(({ files }) => files).map((file) => [file.sha256, file]));
		const known = new Map(listParts(step.writer, [whole.id]).map((part) => [part.sha256, part.id]));
		for (const [ordinal, file] of [...ordered.values()].entries()) {
			const partId = known.get(file.sha256);
			if (partId) movePart(step, partId, ordinal);
			else records.addPartWithin(step, whole.id, file.sha256, file.fileName, { ordinal, receivedAt: file.receivedAt });
		}
		return [...ordered.keys()];
	}

	/** What binds any of them binds the whole, which gives out the files of all; and it is in all their languages. */
	#guard(step: Step, { whole, all }: Joining): void {
		const { records, descriptions } = this.#services;
		const level = Math.max(...all.map(({ access }) => accessLevels.indexOf(access)));
		const embargoes = new Set(all.filter(({ access }) => access !== 'open').map(({ embargoUntil }) => embargoUntil));
		const fields: Partial<RecordFields> = { languages: [...new Set(all.flatMap(({ languages }) => languages))] };
		if (embargoes.size > 0) {
			fields.access = accessLevels[level] ?? 'closed';
			// Where they do not agree until when, it binds without an end until a person says.
			fields.embargoUntil = embargoes.size === 1 ? ([...embargoes][0] ?? '') : '';
		}
		records.updateWithin(step, whole.id, fields);
		const withheld = all.flatMap(({ id }) => descriptions.get({ recordId: id }).withheldNames);
		if (withheld.length > 0) descriptions.writeWithin(step, whole.id, { withheldNames: [...new Set(withheld)].sort() });
	}

	/** The whole is found wherever one of them was. */
	#gatherMemberships(step: Step, { whole, all }: Joining): void {
		const { collections, tags } = this.#services;
		const own = new Set<CollectionId>(whole.collectionIds);
		for (const id of new Set(all.flatMap(({ collectionIds }) => collectionIds)))
			if (!own.has(id) && collections.isLive(id)) collections.addRecordsWithin(step, { id, recordIds: [whole.id] });
		const tagged = tags.tagsOf(
			'record',
			all.map(({ id }) => id),
		);
		const names = new Set([...tagged.values()].flat().map(({ name }) => name));
		tags.replaceWithin(step, 'record', whole.id, [...names]);
	}

	/** What one of the parts was a part of otherwise, a link says from now on. */
	#placeBelow(step: Step, { whole, parts, all }: Joining): void {
		const { records, links } = this.#services;
		const isAmong = (id: RecordId | null) => all.some((record) => record.id === id);
		const above = records.listAbove(whole.id);
		const last = above.findLastIndex(isAmong);
		const parentId = last < 0 ? whole.parentId : (above[last + 1] ?? null);
		records.updateWithin(step, whole.id, { parentId });
		for (const { id, parentId: before } of parts) {
			if (before !== null && before !== parentId && !isAmong(before))
				links.insertWithin(step, [
					{
						id: wholeLinkId(id, 'part-of', before),
						type: 'part-of',
						from: { kind: 'record', id },
						to: { kind: 'record', id: before },
						origin: 'user',
					},
				]);
			records.updateWithin(step, id, { parentId: whole.id });
		}
	}
}
