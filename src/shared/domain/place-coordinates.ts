/** Where a place lies, as one source states it. A place may have several, which differ. */
export interface PlaceCoordinates {
	/** Decimal degrees, WGS 84; north is positive. */
	latitude: number;
	/** Decimal degrees, WGS 84, from -180 to 180; east is positive. */
	longitude: number;
	/** How far off it may be, in metres (Darwin Core: `coordinateUncertaintyInMeters`); null where nobody said. */
	uncertaintyM: number | null;
	/** Where it comes from; '' when nobody said. */
	source: string;
}

export type GeoPoint = Pick<PlaceCoordinates, 'latitude' | 'longitude'>;

/** Half of the earth's girth: nothing is farther off. */
export const mostUncertaintyM = 20_037_508;
/** Decimals of a degree that are kept: a centimetre. */
const decimals = 1e7;

/** Whether both lie at one point, whatever else is said of them. */
export function isSamePoint(one: GeoPoint, other: GeoPoint): boolean {
	return one.latitude === other.latitude && one.longitude === other.longitude;
}

/** As it is stored, to a centimetre; null for what is nowhere on the earth. */
export function pointOf(latitude: number, longitude: number): GeoPoint | null {
	if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
	// Adding zero turns -0 into 0, which is written otherwise.
	const kept = (degrees: number) => Math.round(degrees * decimals) / decimals + 0;
	return { latitude: kept(latitude), longitude: kept(longitude) };
}

/** Of several lists of coordinates each point once; what was said first of a point stands. */
export function eachPoint(coordinates: readonly PlaceCoordinates[]): PlaceCoordinates[] {
	const each: PlaceCoordinates[] = [];
	for (const one of coordinates) if (!each.some((known) => isSamePoint(known, one))) each.push(one);
	return each;
}

/** `40.5, -44.25`: decimal degrees with a full stop in every language, to be copied. */
export function writePoint({ latitude, longitude }: GeoPoint): string {
	return `${latitude}, ${longitude}`;
}

const decimal = /^([-−+]?)(\d{1,3}(?:\.\d+)?)\s*°?(?:\s*[,;]\s*|\s+)([-−+]?)(\d{1,3}(?:\.\d+)?)\s*°?$/;
const twoAngles = /^(.*[NS])\s*[,;]?\s*(.*[EW])$/i;
const angle =
	/^(\d{1,3}(?:\.\d+)?)\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|''|′′)\s*)?)?([NSEW])$/i;

/**
 * What a person wrote or pasted, latitude first: `40.5, 44.25`, `40,5; 44,25`, `40°30′N 44°15′E`. Null where it cannot be
 * read, or lies nowhere on the earth; `40,5` alone may be one number or two.
 */
export function readPoint(written: string): GeoPoint | null {
	const text = written.trim();
	if (/^[-−+]?\d+,\d+$/.test(text)) return null;
	// A comma between digits is a decimal one where something else parts the two numbers.
	const hasCommas = /^[-−+]?\d+,\d+\s*°?\s*[;\s]\s*[-−+]?\d+,\d+\s*°?$/.test(text);
	const plain = decimal.exec(hasCommas ? text.replaceAll(',', '.') : text);
	if (plain) return pointOf(signed(plain[1], plain[2]), signed(plain[3], plain[4]));
	const [, north = '', east = ''] = twoAngles.exec(text) ?? [];
	return pointOf(inDegrees(north), inDegrees(east));
}

function signed(sign = '', digits = ''): number {
	return sign === '' || sign === '+' ? Number(digits) : -Number(digits);
}

/** NaN for what is no angle, and where minutes or seconds are sixty or more. */
function inDegrees(written: string): number {
	const [, degrees, minutes = '0', seconds = '0', side = ''] = angle.exec(written.trim()) ?? [];
	if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
	const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
	return /[sw]/i.test(side) ? -size : size;
}
