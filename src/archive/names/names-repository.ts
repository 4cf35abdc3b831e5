import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameForm } from '#shared/domain/name.ts';

export type NameRow = Omit<Name, 'forms'>;
export type FormRow = NameForm & { nameId: NameId };

const chosen = 'n.deleted_clock IS NULL AND (? IS NULL OR n.id IN (SELECT value FROM json_each(?)))';

/** Names without their forms; of these ids, or all. */
export function listNames(reader: Reader, ids?: readonly string[]): NameRow[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all<NameRow>(
		`SELECT n.id, n.kind, n.description, n.source, n.revision FROM names n WHERE ${chosen} ORDER BY n.id`,
		list,
		list,
	);
}

/** The forms of these names, or of all, in their order within each. */
export function listForms(reader: Reader, ids?: readonly string[]): FormRow[] {
	const list = ids ? JSON.stringify(ids) : null;
	return reader.all<FormRow>(
		`SELECT f.name_id AS nameId, f.text, f.script, f.language, f.kind, f.source FROM name_forms f
		JOIN names n ON n.id = f.name_id WHERE f.deleted_clock IS NULL AND ${chosen} ORDER BY f.name_id, f.ordinal, f.id`,
		list,
		list,
	);
}

export function insertName(step: Step, { id, kind, description, source }: Omit<NameRow, 'revision'>): void {
	step.insert('names', id, { kind, description, source, created_at: step.at });
}

export function insertForm(step: Step, id: string, nameId: NameId, ordinal: number, form: NameForm): void {
	const { text, script, language, kind, source } = form;
	step.insert('name_forms', id, { name_id: nameId, ordinal, text, script, language, kind, source });
}
