/** An export of Telegram Desktop in JSON begins so: one chat, or all that an account has. */
const jsonBeginnings = [
	/^\s*\{\s*"name":\s*(?:"(?:[^"\\]|\\.){0,500}"|null),\s*"type":\s*"[a-z_]+",\s*"id":\s*-?\d+,\s*"messages":\s*\[/,
	/^\s*\{\s*"about":\s*"(?:[^"\\]|\\.){0,2000}Telegram/,
];
/** What the pages of an export have in their heads and nobody else's. */
const pageBeginning = /<title>Exported Data<\/title>[\s\S]{0,1500}<script src="js\/script\.js"/;
/** What Telegram Desktop calls its exports. */
const exportName = /(?:^|\/)(?:result\.json|messages\d*\.html)$/;

/** Whether the first bytes of a file (a few thousand) are those of an export of Telegram in JSON. */
export function isTelegramJson(head: Uint8Array): boolean {
	const start = new TextDecoder().decode(head);
	return jsonBeginnings.some((beginning) => beginning.test(start));
}

/** Whether the first bytes of a page (a few thousand) are those of an export of Telegram. */
export function isTelegramHtml(head: Uint8Array): boolean {
	return pageBeginning.test(Buffer.from(head).toString('latin1'));
}

/** Whether a file is called as such exports are; what it is, its bytes say. */
export function isTelegramName(fileName: string): boolean {
	return exportName.test(fileName);
}
