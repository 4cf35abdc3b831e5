/** Markdown that reads as the plain text does: signs are escaped, and lines stay lines. HTML in it shows as it was typed. */
export function plainAsMarkdown(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[\\`*_[\]<~|]/g, '\\$&')
		.replace(/^([ \t]*)([#>+=-])/gm, '$1\\$2')
		.replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2')
		.replace(/^[ \t]+/gm, '')
		.replace(/&(?=#?\w+;)/g, '\\&')
		.replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}
