import { attribute, elementsNamed, parsedXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';

/** What a part of an office file refers to, by id: kind, and the part's name. */
export type Relations = ReadonlyMap<string, { type: string; target: string }>;

/** `r:id`, which is not the `id` beside it. */
export function relationIdOf({ attributes }: XmlElement): string {
	return Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';
}

/** What a part refers to, by id, names resolved; none where its list is missing or damaged. */
export async function relationsOf(zip: ZipPackage, name: string): Promise<Relations> {
	const at = name.lastIndexOf('/') + 1;
	const root = parsedXml(decoded(await zip.read(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`)));
	const relations = root ? elementsNamed(root, 'Relationship') : [];
	return new Map(
		relations
			.filter((relation) => attribute(relation, 'TargetMode') !== 'External')
			.map((relation) => [
				attribute(relation, 'Id'),
				{ type: attribute(relation, 'Type'), target: resolved(name.slice(0, at), attribute(relation, 'Target')) },
			]),
	);
}

/** Relative to the part's folder, or from the root of the package; never out of it. */
function resolved(folder: string, target: string): string {
	const path: string[] = [];
	for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
		if (step === '..') path.pop();
		else if (step !== '' && step !== '.') path.push(step);
	}
	return path.join('/');
}

/** A part as text; '' where there is none. */
export function decoded(bytes: Uint8Array | null): string {
	return new TextDecoder().decode(bytes ?? undefined);
}
