/** Where a key leads in a list of which one row is current; null for keys that do not move. */
export function positionAfter(
	key: string,
	position: number,
	{ total, pageLength }: { total: number; pageLength: number },
): number | null {
	const clamped = (next: number) => Math.max(0, Math.min(total - 1, next));
	switch (key) {
		case 'ArrowDown':
			return clamped(position + 1);
		case 'ArrowUp':
			return clamped(position - 1);
		case 'PageDown':
			return clamped(position + pageLength);
		case 'PageUp':
			return clamped(position - pageLength);
		case 'Home':
			return 0;
		case 'End':
			return clamped(total - 1);
		default:
			return null;
	}
}
