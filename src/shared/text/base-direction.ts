/** What tells the direction of a paragraph: a letter, or a mark that is there for nothing else. */
const telling = /\p{L}|[\u200E\u200F\u061C]/u;
const fromTheRight =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F\u061C]/u;

/** Keeps what follows in the direction of its own paragraph. */
const toTheRight = '\u200E';

/**
 * Words that stand in a line which is read from left to right, with a mark behind them where they end in the other
 * direction: numbers and signs that follow would else be drawn as a part of them, on the wrong side (UAX 9, rules W2 and N1).
 */
export function withinLine(words: string): string {
	const last = words.match(/\p{L}/gu)?.at(-1) ?? '';
	return fromTheRight.test(last) ? `${words}${toTheRight}` : words;
}

/** Whether a paragraph is read from right to left: its first letter tells (UAX 9, rules P2 and P3). */
export function isReadFromRight(text: string): boolean {
	const [first = ''] = telling.exec(text) ?? [];
	return fromTheRight.test(first);
}
