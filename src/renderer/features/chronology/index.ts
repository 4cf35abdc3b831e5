/** Shown until the chronology stands. */
export function ChronologyPage() {
	return null;
}
