import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type NameId } from '#shared/domain/ids.ts';
import { displayForm, type Name, type NameFields, type NameForm } from '#shared/domain/name.ts';
import { checkedForms } from './name-forms.ts';
import {
	deleteForm,
	deleteName,
	findSuccessor,
	hasName,
	insertForm,
	insertName,
	listFormIds,
	listForms,
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
		const forms = checkedForms(fields.forms);
		this.#database.step('nameAdded', (step) => this.addWithin(step, { ...fields, id, forms }));
		return this.get({ id });
	}

	/** `conflict` when `revision` is not the stored one; `forms` replaces all of them. What is there already makes no step. */
	update({ id, revision, fields }: { id: NameId; revision: number; fields: Partial<NameFields> }): Name {
		this.expectRevision(id, revision);
		const checked = fields.forms ? { ...fields, forms: checkedForms(fields.forms) } : fields;
		this.#database.step('nameChanged', (step) => this.updateWithin(step, id, checked));
		return this.get({ id });
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
	insertWithin(step: Step, names: readonly Omit<Name, 'revision'>[]): void {
		for (const name of names) this.addWithin(step, name);
	}

	addWithin(step: Step, name: Omit<Name, 'revision'>): void {
		insertName(step, name);
		this.#replaceForms(step, name.id, name.forms);
	}

	updateWithin(step: Step, id: NameId, { forms, ...own }: Partial<NameFields>): void {
		updateName(step, id, own);
		if (forms) this.#replaceForms(step, id, forms);
	}

	#replaceForms(step: Step, id: NameId, forms: readonly NameForm[]): void {
		const kept = new Set(forms.map((form) => formId(id, form)));
		for (const known of listFormIds(step.writer, id)) if (!kept.has(known)) deleteForm(step, known);
		forms.forEach((form, ordinal) => {
			insertForm(step, formId(id, form), id, ordinal, form);
		});
	}

	/** @param mergedIntoId where its forms went; null when it is gone */
	removeWithin(step: Step, id: NameId, mergedIntoId: NameId | null): void {
		const isLive = listNames(step.writer, [id]).length > 0;
		if (!isLive) return;
		for (const known of listFormIds(step.writer, id)) deleteForm(step, known);
		deleteName(step, id, mergedIntoId);
	}

	#read(ids?: readonly string[]): Name[] {
		const forms = new Map<NameId, NameForm[]>();
		for (const { nameId, ...form } of listForms(this.#database.reader, ids)) {
			const own = forms.get(nameId);
			if (own) own.push(form);
			else forms.set(nameId, [form]);
		}
		return listNames(this.#database.reader, ids).map(({ revision, ...name }) => ({
			...name,
			forms: forms.get(name.id) ?? [],
			revision,
		}));
	}
}

/** A form is what is written, so that the same form of the same name is one row in every copy of an archive. */
function formId(nameId: NameId, { text, script, language, kind }: NameForm): string {
	return derivedId('name-form', nameId, script, language, kind, text);
}
