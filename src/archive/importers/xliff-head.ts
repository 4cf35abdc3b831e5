const beginning = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:\w+:)?xliff[\s>]/i;

/** Whether the first bytes of a file (a few thousand) are those of a file of programs that translators work with. */
export function isXliff(head: Uint8Array): boolean {
	return beginning.test(Buffer.from(head).toString('latin1'));
}
