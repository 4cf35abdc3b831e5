import type { LettersByScript } from './foreign-letters.ts';

/** Draws one letter; gives the picture as something that can be compared, null where there is no ink. */
export type DrawLetter = (letter: string) => string | null;

/** What no font has: of the planes that are for private use alone. */
const nobodysLetters = ['\u{10FFFD}', '\u{F1234}'];
/** So many different letters that look the same are no letters: a system may have a box for each script. */
const differentLetters = 3;

/**
 * The scripts that have letters which no font draws, told by their pictures: the same box as for what no font has, or the
 * same one for all. Where pictures tell nothing (a browser that blurs them against tracking) none is named.
 */
export function undrawnScripts(letters: LettersByScript, draw: DrawLetter): string[] {
	const boxes = new Set(nobodysLetters.map(draw));
	return [...letters.keys()].filter((script) => {
		const pictures = [...(letters.get(script) ?? [])].map(draw).filter((picture) => picture !== null);
		if (pictures.some((picture) => boxes.has(picture))) return true;
		return pictures.length >= differentLetters && new Set(pictures).size === 1;
	});
}

/** Draws as the page does, in the fonts that an element has. */
export function letterDrawer(element: Element): DrawLetter {
	const sizePx = 24;
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [sizePx * 2, sizePx * 2];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	return (letter) => {
		if (!context) return null;
		context.font = `${sizePx}px ${getComputedStyle(element).fontFamily}`;
		context.clearRect(0, 0, canvas.width, canvas.height);
		context.fillText(letter, sizePx / 2, sizePx * 1.5);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		return data.some((value) => value !== 0) ? data.join() : null;
	};
}
