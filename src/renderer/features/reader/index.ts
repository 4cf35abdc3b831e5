/** Shown until the reader stands. */
export function ReaderPage() {
	return null;
}

/** Opens the reading settings; stands at the end of the top bar. */
export function ReadingSettingsButton() {
	return null;
}
