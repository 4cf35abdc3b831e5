/** Shown until the annotations' own page stands. */
export function AnnotationsPage() {
	return null;
}
