import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import { derivedId, type NameId } from '#shared/domain/ids.ts';
import type { Name, NameFields, NameForm } from '#shared/domain/name.ts';
import { inSchemeOrder, type NameIdentifier } from '#shared/domain/name-identifier.ts';
import { eachPoint, isSamePoint, type PlaceCoordinates } from '#shared/domain/place-coordinates.ts';
import { checkedCoordinates } from './name-coordinates.ts';
import { checkedForms } from './name-forms.ts';
import { checkedIdentifiers } from './name-identifiers.ts';
import {
	deleteCoordinates,
	deleteForm,
	deleteIdentifier,
	deleteName,
	findSuccessor,
	hasName,
	insertCoordinates,
	insertForm,
	insertIdentifier,
	insertName,
	listCoordinates,
	listCoordinatesIds,
	listFormIds,
	listForms,
	listIdentifierIds,
	listIdentifiers,
	listNames,
	updateName,
} from './names-repository.ts';

/** People, organisations, places and roles, with the forms of their names. */
export class NamesService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	list(): Name[] {
		return this.#read();
	}

	/** Of a name that was merged, the one that it is part of now. */
	get({ id }: { id: NameId }): Name {
		const [name] = this.#read([id]);
		if (name) return name;
		const [successor] = this.#read([this.currentId(id)]);
		if (!successor) throw new AppError('not-found', { what: id });
		return successor;
	}

	/** Those of `ids` that are there. */
	find(ids: readonly string[]): Name[] {
		return this.#read(ids);
	}

	/** The form to show of each of `ids` that is there. */
	displayForms(ids: readonly string[], language: string): Map<string, string> {
		return new Map(this.#read(ids).map((name) => [name.id, displayForm(name, language)]));
	}

	/** The id of the name that this one was merged into; its own when it was not. */
	currentId(id: string): NameId {
		return findSuccessor(this.#database.reader, id) ?? (id as NameId);
	}

	/** A repeated call makes one name; one that was removed comes back as it is given now. Throws what forms may be wrong with. */
	add({ id, fields }: { id: NameId; fields: NameFields }): Name {
		const [known] = this.#read([id]);
		if (known) return known;
		const checked = { ...fields, forms: checkedForms(fields.forms), ...statementsIn(fields) };
		this.#database.step('nameAdded', (step) => this.addWithin(step, { ...checked, id }));
		return this.get({ id });
	}

	/** `conflict` when `revision` is not the stored one; `forms` replaces all of them, as `identifiers` and `coordinates` do. What is there already makes no step. */
	update({ id, revision, fields }: { id: NameId; revision: number; fields: Partial<NameFields> }): Name {
		this.expectRevision(id, revision);
		const forms = fields.forms ? { forms: checkedForms(fields.forms) } : {};
		const checked = { ...fields, ...forms, ...statementsIn(fields) };
		this.#database.step('nameChanged', (step) => this.updateWithin(step, id, checked));
		return this.get({ id });
	}

	/**
	 * Says where places lie, beside what is said already, which stands: a point that a place has is passed over, whatever
	 * else is now said of it. One undoable step. `not-found` for a name that is not there,
	 * `invalid-input` for a point that is nowhere on the earth; then nothing is written.
	 */
	addCoordinates({ places }: { places: readonly { id: NameId; coordinates: PlaceCoordinates }[] }): void {
		const checked = places.map(({ id, coordinates }) => ({ id, given: checkedCoordinates([coordinates]) }));
		const there = new Map(this.list().map(({ id, coordinates }) => [id, [...coordinates]]));
		for (const { id } of checked) if (!there.has(id)) throw new AppError('not-found', { what: id });
		this.#database.step('coordinatesAdded', (step) => {
			for (const { id, given } of checked) {
				const known = there.get(id) ?? [];
				for (const one of given) {
					if (known.some((other) => isSamePoint(other, one))) continue;
					known.push(one);
					insertCoordinates(step, coordinatesId(id, one), id, one);
				}
			}
		});
	}

	/** One undoable step for all of them; those that are gone already are passed over. What pointed at them has no end there. */
	remove({ ids }: { ids: NameId[] }): void {
		for (const id of ids) if (!hasName(this.#database.reader, id)) throw new AppError('not-found', { what: id });
		this.#database.step('namesRemoved', (step) => {
			for (const id of ids) this.removeWithin(step, id, null);
		});
	}

	/** The name, when it is there and as the caller knows it; else `not-found` or `conflict`. */
	expectRevision(id: NameId, revision: number): Name {
		const [stored] = this.#read([id]);
		if (!stored) throw new AppError('not-found', { what: id });
		if (stored.revision !== revision) throw new AppError('conflict');
		return stored;
	}

	/** Adds names that come with a data set: their forms get the same ids in every archive. */
	insertWithin(step: Step, names: readonly NewName[]): void {
		for (const name of names) this.addWithin(step, name);
	}

	addWithin(step: Step, { identifiers = [], coordinates = [], ...name }: NewName): void {
		insertName(step, name);
		this.#replaceForms(step, name.id, name.forms);
		this.#replaceIdentifiers(step, name.id, identifiers);
		this.#replaceCoordinates(step, name.id, coordinates);
	}

	updateWithin(step: Step, id: NameId, { forms, identifiers, coordinates, ...own }: Partial<NameFields>): void {
		updateName(step, id, own);
		if (forms) this.#replaceForms(step, id, forms);
		if (identifiers) this.#replaceIdentifiers(step, id, identifiers);
		if (coordinates) this.#replaceCoordinates(step, id, coordinates);
	}

	#replaceForms(step: Step, id: NameId, forms: readonly NameForm[]): void {
		const kept = new Set(forms.map((form) => formId(id, form)));
		for (const known of listFormIds(step.writer, id)) if (!kept.has(known)) deleteForm(step, known);
		forms.forEach((form, ordinal) => {
			insertForm(step, formId(id, form), id, ordinal, form);
		});
	}

	#replaceIdentifiers(step: Step, id: NameId, identifiers: readonly NameIdentifier[]): void {
		const kept = new Map(identifiers.map((identifier) => [identifierId(id, identifier), identifier]));
		const known = listIdentifierIds(step.writer, id);
		for (const knownId of known) if (!kept.has(knownId)) deleteIdentifier(step, knownId);
		for (const [keptId, identifier] of kept)
			if (!known.includes(keptId)) insertIdentifier(step, keptId, id, identifier);
	}

	#replaceCoordinates(step: Step, id: NameId, coordinates: readonly PlaceCoordinates[]): void {
		const kept = new Map(eachPoint(coordinates).map((one) => [coordinatesId(id, one), one]));
		for (const known of listCoordinatesIds(step.writer, id)) if (!kept.has(known)) deleteCoordinates(step, known);
		for (const [keptId, one] of kept) insertCoordinates(step, keptId, id, one);
	}

	/** @param mergedIntoId where its forms went; null when it is gone */
	removeWithin(step: Step, id: NameId, mergedIntoId: NameId | null): void {
		const isLive = listNames(step.writer, [id]).length > 0;
		if (!isLive) return;
		for (const known of listFormIds(step.writer, id)) deleteForm(step, known);
		for (const known of listIdentifierIds(step.writer, id)) deleteIdentifier(step, known);
		for (const known of listCoordinatesIds(step.writer, id)) deleteCoordinates(step, known);
		deleteName(step, id, mergedIntoId);
	}

	#read(ids?: readonly string[]): Name[] {
		const forms = new Map<NameId, NameForm[]>();
		for (const { nameId, ...form } of listForms(this.#database.reader, ids)) {
			const own = forms.get(nameId);
			if (own) own.push(form);
			else forms.set(nameId, [form]);
		}
		const identifiers = new Map<NameId, NameIdentifier[]>();
		const revisions = new Map<NameId, number>();
		for (const { nameId, revision, isLive, scheme, value } of listIdentifiers(this.#database.reader, ids)) {
			revisions.set(nameId, (revisions.get(nameId) ?? 0) + revision);
			if (isLive === 1) identifiers.set(nameId, [...(identifiers.get(nameId) ?? []), { scheme, value }]);
		}
		const coordinates = new Map<NameId, PlaceCoordinates[]>();
		for (const { nameId, revision, isLive, ...one } of listCoordinates(this.#database.reader, ids)) {
			revisions.set(nameId, (revisions.get(nameId) ?? 0) + revision);
			if (isLive === 1) coordinates.set(nameId, [...(coordinates.get(nameId) ?? []), one]);
		}
		return listNames(this.#database.reader, ids).map(({ revision, ...name }) => ({
			...name,
			forms: forms.get(name.id) ?? [],
			identifiers: inSchemeOrder(identifiers.get(name.id) ?? []),
			coordinates: coordinates.get(name.id) ?? [],
			revision: revision + (revisions.get(name.id) ?? 0),
		}));
	}
}

export type NewName = NameFields & { id: NameId };

/** Those that were given, checked; nothing where none were. */
function statementsIn({ identifiers, coordinates }: Partial<NameFields>): Partial<NameFields> {
	return {
		...(identifiers && { identifiers: checkedIdentifiers(identifiers) }),
		...(coordinates && { coordinates: checkedCoordinates(coordinates) }),
	};
}

/** A form is what is written, so that the same form of the same name is one row in every copy of an archive. */
function formId(nameId: NameId, { text, script, language, kind }: NameForm): string {
	return derivedId('name-form', nameId, script, language, kind, text);
}

/** The same identifier of the same name is one row in every copy of an archive. */
function identifierId(nameId: NameId, { scheme, value }: NameIdentifier): string {
	return derivedId('name-identifier', nameId, scheme, value);
}

/** The same point of the same name is one row in every copy of an archive. */
function coordinatesId(nameId: NameId, { latitude, longitude }: PlaceCoordinates): string {
	return derivedId('name-coordinates', nameId, String(latitude), String(longitude));
}
