import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type NameId } from '#shared/domain/ids.ts';
import { displayForm, type Name, type NameForm } from '#shared/domain/name.ts';
import { insertForm, insertName, listForms, listNames } from './names-repository.ts';

/** People, organisations, places and roles, with the forms of their names. */
export class NamesService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	list(): Name[] {
		return this.#read();
	}

	get({ id }: { id: NameId }): Name {
		const [name] = this.#read([id]);
		if (!name) throw new AppError('not-found', { what: id });
		return name;
	}

	/** Those of `ids` that are there. */
	find(ids: readonly string[]): Name[] {
		return this.#read(ids);
	}

	/** The form to show of each of `ids` that is there. */
	displayForms(ids: readonly string[], language: string): Map<string, string> {
		return new Map(this.#read(ids).map((name) => [name.id, displayForm(name, language)]));
	}

	/** Adds names that come with a data set: their forms get the same ids in every archive. */
	insertWithin(step: Step, names: readonly Omit<Name, 'revision'>[]): void {
		for (const name of names) {
			insertName(step, name);
			name.forms.forEach((form, ordinal) => {
				insertForm(step, formId(name.id, form), name.id, ordinal, form);
			});
		}
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

function formId(nameId: NameId, { text, script, language, kind }: NameForm): string {
	return derivedId('name-form', nameId, script, language, kind, text);
}
