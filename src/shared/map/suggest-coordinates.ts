import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import type { NameId } from '../domain/ids.ts';
import type { Name } from '../domain/name.ts';
import { type GeoPoint, isSamePoint, type PlaceCoordinates, pointOf, writePoint } from '../domain/place-coordinates.ts';
import { searchTerm } from '../search/list/search-list.ts';
import { createSearchIndex } from '../search/search-index.ts';
import { wordsOf } from '../search/words.ts';
import type { LayerFeature } from './read-geojson.ts';

/** A point of a file that may be where a place lies. It is for a person to say so. */
export interface SuggestedCoordinates {
	/** Of the place and the point. */
	key: string;
	nameId: NameId;
	/** The form of the place that the file's name was found by. */
	form: string;
	/** What the file calls the point. */
	featureName: string;
	coordinates: PlaceCoordinates;
	/** No file has another point of such a name, and no other place is called so. */
	isOnlyOne: boolean;
}

/** A file whose points may be where places lie. */
export interface SuggestingLayer {
	features: readonly LayerFeature[];
	/** What coordinates that are taken from it are said to come from. */
	source: string;
}

/**
 * Points of all the files together whose whole name is a form of a place, as the search finds forms: in other scripts and inflections too. What is
 * said already is not suggested; a point that several files have is suggested once, from the first of them. Lines and
 * areas have no one point, and none is made up for them.
 */
export async function suggestCoordinates(
	layers: readonly SuggestingLayer[],
	names: readonly Name[],
): Promise<SuggestedCoordinates[]> {
	const points = layers.flatMap(pointsOf);
	const { search } = indexOf(points);
	const found = new Map<string, Found>();
	for (const { id, kind, forms, coordinates } of names) {
		if (kind !== 'place') continue;
		for (const { text: form } of forms) {
			const { records } = await searchTerm(search, form);
			for (const { point, featureName, source } of records.flatMap(({ id: at }) => points[Number(at)] ?? [])) {
				const key = `${id} ${writePoint(point)}`;
				// The words of the form among others are another name: a river, a street, a district.
				const isWholeName = wordsOf(featureName).length === wordsOf(form).length;
				if (!isWholeName || found.has(key) || coordinates.some((known) => isSamePoint(known, point))) continue;
				found.set(key, { key, nameId: id, form, featureName, coordinates: { ...point, uncertaintyM: null, source } });
			}
		}
	}
	return withDoubts([...found.values()]);
}

type Found = Omit<SuggestedCoordinates, 'isOnlyOne'>;

interface NamedPoint {
	point: GeoPoint;
	featureName: string;
	source: string;
}

/** A point for each of its names. */
function pointsOf({ features, source }: SuggestingLayer): NamedPoint[] {
	return features.flatMap(({ geometry, names }) => {
		if (geometry.type !== 'Point') return [];
		const [longitude = Number.NaN, latitude = Number.NaN] = geometry.coordinates;
		const point = pointOf(latitude, longitude);
		return point ? names.map((featureName) => ({ point, featureName, source })) : [];
	});
}

/** Finds points by their names; each is owned by its place in the list. */
function indexOf(points: readonly NamedPoint[]) {
	const index = createSearchIndex();
	index.put(
		points.map((_, at): SearchOwner => ({ id: String(at), title: '', recordKind: '', dateEdtf: '', holding: '' })),
		points.map(({ featureName }, at): SearchDocument => {
			const own = { key: String(at), kind: 'passage', ownerId: String(at), ordinal: 0 } as const;
			return { ...own, text: featureName, language: 'und' };
		}),
	);
	return index;
}

function withDoubts(suggested: readonly Found[]): SuggestedCoordinates[] {
	const byName = countsOf(suggested, ({ nameId }) => nameId);
	const byPoint = countsOf(suggested, ({ coordinates }) => writePoint(coordinates));
	return suggested.map((one) => {
		const isOnlyOne = byName.get(one.nameId) === 1 && byPoint.get(writePoint(one.coordinates)) === 1;
		return { ...one, isOnlyOne };
	});
}

function countsOf(suggested: readonly Found[], keyOf: (one: Found) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of suggested) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return counts;
}
