import * as v from 'valibot';
import type { NameId } from '../domain/ids.ts';
import { formKinds, type MergePreview, type Name, type NameFields, type NameUses, nameKinds } from '../domain/name.ts';
import { identifierSchemes } from '../domain/name-identifier.ts';
import { idSchema, lineSchema, nothing, textSchema } from './schemas.ts';

export interface NameCalls {
	list(): Name[];
	/** Of a name that was merged, the one that it is part of now. */
	get(argument: { id: NameId }): Name;
	/** How much points at any of these names. */
	uses(argument: { ids: NameId[] }): NameUses;
	/** What merging them would do; the first stays. */
	previewMerge(argument: { ids: NameId[] }): MergePreview;
	/** A name that was removed comes back as it is given now. */
	add(argument: { id: NameId; fields: NameFields }): Name;
	/** `forms` replaces all of them, as `identifiers` does; the first form is shown where the language of the interface has none. */
	update(argument: { id: NameId; revision: number; fields: Partial<NameFields> }): Name;
	/** The first stays, with the forms, links and parts in events of all. One step to undo. */
	merge(argument: { names: { id: NameId; revision: number }[] }): Name;
	/** Makes a new name of the forms at these places; links and events stay. */
	split(argument: { id: NameId; revision: number; newId: NameId; places: number[] }): Name;
	/** What pointed at them points nowhere until they are brought back. */
	remove(argument: { ids: NameId[] }): void;
}

const mostForms = 500;
const mostIdentifiers = 100;
const mostNames = 100;
const id = idSchema<NameId>();
const ids = v.pipe(v.array(id), v.minLength(1));
const revision = v.pipe(v.number(), v.integer());
const formSchema = v.object({
	text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
	script: v.pipe(v.string(), v.regex(/^[A-Z][a-z]{3}$/)),
	language: v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/)),
	kind: v.picklist(formKinds),
	source: lineSchema,
});
const identifierSchema = v.object({
	scheme: v.picklist(identifierSchemes),
	value: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
});
const identifiersSchema = v.pipe(v.array(identifierSchema), v.maxLength(mostIdentifiers));
const fields = {
	kind: v.picklist(nameKinds),
	forms: v.pipe(v.array(formSchema), v.minLength(1), v.maxLength(mostForms)),
	description: textSchema,
	source: lineSchema,
	identifiers: v.exactOptional(identifiersSchema),
};
const changedFields = {
	kind: v.exactOptional(fields.kind),
	forms: v.exactOptional(fields.forms),
	description: v.exactOptional(fields.description),
	source: v.exactOptional(fields.source),
	identifiers: fields.identifiers,
};
const severalNames: v.GenericSchema<unknown, { id: NameId; revision: number }[]> = v.pipe(
	v.array(v.object({ id, revision })),
	v.minLength(2),
	v.maxLength(mostNames),
);

export const nameArguments = {
	list: nothing,
	get: v.object({ id }),
	uses: v.object({ ids }),
	previewMerge: v.object({ ids: v.pipe(ids, v.maxLength(mostNames)) }),
	add: v.object({ id, fields: v.object(fields) }),
	update: v.object({ id, revision, fields: v.object(changedFields) }),
	merge: v.object({ names: severalNames }),
	split: v.object({
		id,
		revision,
		newId: id,
		places: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1)),
	}),
	remove: v.object({ ids }),
};
