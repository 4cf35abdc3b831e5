import { desktop } from './desktop.ts';

/** The event comes before the text is on the clipboard. */
const copyPauseMs = 100;
let noted: Promise<unknown> = Promise.resolve();

/** Keeps note, on the desktop, of what is copied from the page by keys and menus. */
export function watchCopies(): void {
	for (const event of ['copy', 'cut'])
		document.addEventListener(event, () => {
			noted = new Promise((resolve) => setTimeout(resolve, copyPauseMs)).then(noteCopied);
		});
}

/** Something from here is on the clipboard now. */
export function noteCopied(): Promise<void> {
	return desktop?.noteCopy() ?? Promise.resolve();
}

/** Puts a text on the clipboard, from where it can be taken back. */
export async function copyText(text: string): Promise<void> {
	await navigator.clipboard.writeText(text);
	await noteCopied();
}

/** Takes back what was copied last, if the clipboard still holds it; a page in a browser may not look. */
export async function forgetCopied(): Promise<void> {
	await noted;
	await desktop?.forgetCopy();
}
