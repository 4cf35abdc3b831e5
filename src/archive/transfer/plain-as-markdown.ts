/** Markdown that reads as the plain text does: signs are escaped, and lines stay lines. HTML in it shows as it was typed. */
export function plainAsMarkdown(text: string): string {
	return escapeLineStarts(escapeSigns(text.replace(/\r\n?/g, '\n'))).replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}

/** Escapes what would be a sign of Markdown or HTML wherever it stands in a line. */
export function escapeSigns(text: string): string {
	return text.replace(/[\\`*_[\]<~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** Escapes what would be one where a line begins, and leaves out the space before it. */
export function escapeLineStarts(text: string): string {
	return text
		.replace(/^[ \t]+/gm, '')
		.replace(/^[#>+=-]/gm, '\\$&')
		.replace(/^(\d+)([.)])/gm, '$1\\$2');
}
