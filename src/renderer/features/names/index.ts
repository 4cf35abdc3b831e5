/** Shown until names stand. */
export function NamesPage() {
	return null;
}
