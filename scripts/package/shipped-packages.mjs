// What of the lockfile goes into the app: what package.json names as dependencies and what those need, and not the
// tools that come along as optional or peer packages.

/** @typedef {{ version?: string, license?: string, dependencies?: Record<string, string> }} LockedPackage */
/** @typedef {{ name: string, version: string, licence: string, place: string }} ShippedPackage */

/**
 * @param {Record<string, LockedPackage>} locked the lockfile's packages, by place; `''` is the project
 * @returns {ShippedPackage[]} by name
 */
export function shippedPackages(locked) {
	/** @type {Map<string, ShippedPackage>} */
	const found = new Map();
	const waiting = neededBy(locked, '');
	for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
		if (found.has(place)) continue;
		const { version = '', license = 'none stated' } = locked[place] ?? {};
		found.set(place, { name: nameOf(place), version, licence: license, place });
		waiting.push(...neededBy(locked, place));
	}
	return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/**
 * @param {Record<string, LockedPackage>} locked
 * @param {string} place
 */
function neededBy(locked, place) {
	return Object.keys(locked[place]?.dependencies ?? {}).map((name) => placeOf(locked, place, name));
}

/**
 * As Node looks for a package: in the folder of the one that needs it, then in each folder above.
 * @param {Record<string, LockedPackage>} locked
 * @param {string} from
 * @param {string} name
 * @returns {string}
 */
function placeOf(locked, from, name) {
	const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
	if (locked[place]) return place;
	if (from === '') throw new Error(`the lockfile has no ${name}`);
	const above = from.lastIndexOf('node_modules/');
	return placeOf(locked, from.slice(0, Math.max(0, above - 1)), name);
}

/** @param {string} place */
function nameOf(place) {
	return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
	return a < b ? -1 : Number(a > b);
}
