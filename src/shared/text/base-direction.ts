/** What tells the direction of a paragraph: a letter, or a mark that is there for nothing else. */
const telling = /\p{L}|[\u200E\u200F\u061C]/u;
const fromTheRight =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F\u061C]/u;

/** Whether a paragraph is read from right to left: its first letter tells (UAX 9, rules P2 and P3). */
export function isReadFromRight(text: string): boolean {
	const [first = ''] = telling.exec(text) ?? [];
	return fromTheRight.test(first);
}
