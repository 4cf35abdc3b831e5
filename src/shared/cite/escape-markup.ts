const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as it stands in HTML and XML, also within attributes. */
export function escapeMarkup(text: string): string {
	return withoutControls(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}

/** Signs that XML 1.0 has no form for, and halves of characters, as U+FFFD: a file that held one would not open. */
export function withoutControls(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
