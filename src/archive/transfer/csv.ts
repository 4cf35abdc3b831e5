/** One row of a CSV file (RFC 4180), its end of line included. */
export function csvRow(cells: readonly string[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Quoted where it must be. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which it shows as
 * text (OWASP, CSV injection).
 */
function csvCell(text: string): string {
	const safe = /^[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
