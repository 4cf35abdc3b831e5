/** In the place of what is selected in a field, so that its own undo knows. */
export function insertText(field: HTMLTextAreaElement, words: string): void {
	field.focus();
	// Subtle: deprecated, and still the one way to write into a field that its undo keeps.
	document.execCommand('insertText', false, words);
}
