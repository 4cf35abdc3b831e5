import { createHash } from 'node:crypto';
import { clipboard } from 'electron';

export type Copies = ReturnType<typeof createCopies>;

/** Of what the page copies, only a digest is kept: enough to know it again on the clipboard. */
export function createCopies() {
	let copied: string | null = null;
	return {
		/** The page has just put something on the clipboard. */
		async note(): Promise<void> {
			copied = await digestOfClipboard();
		},
		/** Empties the clipboard if it still holds what the page copied last. */
		async forget(): Promise<void> {
			if (copied !== null && copied === (await digestOfClipboard())) clipboard.clear();
			copied = null;
		},
	};
}

/** Older runtimes give the text at once, newer ones promise it. */
async function digestOfClipboard(): Promise<string> {
	return createHash('sha256')
		.update(await clipboard.readText())
		.digest('hex');
}
