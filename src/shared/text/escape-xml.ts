/** Text as it may stand in XML, within an element. What XML 1.0 does not allow at all is left out. */
export function escapeXml(words: string): string {
	return words
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
