import { flushSync } from 'react-dom';
import { endPrinting, type NotePlace, usePrint } from './print-store.ts';
import { loadPrintedPictures, type PrintedBlocks } from './printed-pictures.ts';

/** What is printed and how; nothing once `signal` is aborted while it is prepared. */
export interface PrintOrder {
	text: PrintedBlocks;
	notes: NotePlace;
	signal: AbortSignal;
}

/** Draws the document beside the page. Gives false, and has drawn nothing, where it is not wanted any more. */
export async function drawForPaper({ text, notes, signal }: PrintOrder, hasRunningLines: boolean): Promise<boolean> {
	const pictures = await loadPrintedPictures(text, signal);
	if (signal.aborted) return false;
	const { editionId } = text;
	flushSync(() => usePrint.setState({ isAsking: false, notes, editionId, hasRunningLines, pictures }));
	const images = [...document.querySelectorAll<HTMLImageElement>('[data-printed] img')];
	// One that cannot be drawn keeps nobody from printing the rest.
	await Promise.all([document.fonts.ready, ...images.map((image) => image.decode().catch(() => undefined))]);
	if (signal.aborted) endPrinting();
	return !signal.aborted;
}
