/** The newest ones are kept whatever their age: half an hour of editing. */
const newestKept = 5;
/** Before them one a day: damage that nobody noticed must not push out what was sound. */
const daysKept = 14;

/**
 * Which snapshots may go, of names that begin with their instant (`2026-11-23T…`), newest first: all but the newest five
 * and the last of each of the fourteen latest days that have any.
 */
export function outdatedSnapshots(names: readonly string[]): string[] {
	const days = new Set<string>();
	return names.filter((name, index) => {
		const day = name.slice(0, 10);
		const isLastOfDay = !days.has(day);
		days.add(day);
		return index >= newestKept && !(isLastOfDay && days.size <= daysKept);
	});
}

/** Of those that lie beside the archive on its own medium, which has no room to spare: all but the newest two. */
export function besidesTheNewestTwo(names: readonly string[]): string[] {
	return names.slice(2);
}
