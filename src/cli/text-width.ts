/** Columns that a text takes in a terminal: combining marks take none, East Asian wide characters two. */
export function textWidth(text: string): number {
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}

/** The text cut to at most `width` columns, with … where something was cut. */
export function cutToWidth(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	let taken = '';
	let room = width - 1;
	for (const character of text) {
		room -= characterWidth(character);
		if (room < 0) break;
		taken += character;
	}
	return width > 0 ? `${taken.trimEnd()}…` : '';
}

/** What no terminal should be sent from a document: control characters, escape sequences among them. */
export function withoutControls(text: string): string {
	return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}

const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function characterWidth(character: string): number {
	if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
	return wide.test(character) ? 2 : 1;
}
