/** A title as the beginning of a bare file name that any system takes; '' where nothing of it can be. */
export function plainFileName(title: string): string {
	return title
		.replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '')
		.slice(0, 60)
		.trim();
}
