/** Shown until search stands. */
export function SearchPage() {
	return null;
}
