import * as v from 'valibot';
import type { NameId } from '../domain/ids.ts';
import { formKinds, type MergePreview, type Name, type NameFields, type NameUses, nameKinds } from '../domain/name.ts';
import { identifierSchemes } from '../domain/name-identifier.ts';
import { mostUncertaintyM, type PlaceCoordinates } from '../domain/place-coordinates.ts';
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
	/** `forms` replaces all of them, as `identifiers` and `coordinates` do; the first form is shown where the language of the interface has none. */
	update(argument: { id: NameId; revision: number; fields: Partial<NameFields> }): Name;
	/** Says where places lie, beside what is said already. One step to undo; a point that is there is written anew. */
	addCoordinates(argument: { places: { id: NameId; coordinates: PlaceCoordinates }[] }): void;
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
const mostPoints = 100;
const mostPlaces = 10_000;
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
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
const coordinatesSchema = v.object({
	latitude: degrees(90),
	longitude: degrees(180),
	uncertaintyM: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(mostUncertaintyM))),
	source: lineSchema,
});
const fields = {
	kind: v.picklist(nameKinds),
	forms: v.pipe(v.array(formSchema), v.minLength(1), v.maxLength(mostForms)),
	description: textSchema,
	source: lineSchema,
	identifiers: v.exactOptional(identifiersSchema),
	coordinates: v.exactOptional(v.pipe(v.array(coordinatesSchema), v.maxLength(mostPoints))),
};
const changedFields = {
	kind: v.exactOptional(fields.kind),
	forms: v.exactOptional(fields.forms),
	description: v.exactOptional(fields.description),
	source: v.exactOptional(fields.source),
	identifiers: fields.identifiers,
	coordinates: fields.coordinates,
};
const severalNames: v.GenericSchema<unknown, { id: NameId; revision: number }[]> = v.pipe(
	v.array(v.object({ id, revision })),
	v.minLength(2),
	v.maxLength(mostNames),
);

const placesSchema: v.GenericSchema<unknown, { id: NameId; coordinates: PlaceCoordinates }[]> = v.pipe(
	v.array(v.object({ id, coordinates: coordinatesSchema })),
	v.minLength(1),
	v.maxLength(mostPlaces),
);

export const nameArguments = {
	list: nothing,
	get: v.object({ id }),
	uses: v.object({ ids }),
	previewMerge: v.object({ ids: v.pipe(ids, v.maxLength(mostNames)) }),
	add: v.object({ id, fields: v.object(fields) }),
	update: v.object({ id, revision, fields: v.object(changedFields) }),
	addCoordinates: v.object({ places: placesSchema }),
	merge: v.object({ names: severalNames }),
	split: v.object({
		id,
		revision,
		newId: id,
		places: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1)),
	}),
	remove: v.object({ ids }),
};
