import { type Block, isPassage } from '#shared/domain/block.ts';

/** A paragraph in the margin of a page, without those that stand within it, in text boxes. */
export interface MarginParagraph {
	text: string;
	/** Whether a number of pages stands in it, which is no word of it. */
	hasPageNumber: boolean;
}

/**
 * What stands around the number of a page, in small letters. No "s", "c" and "с" alone: they are grades of secrecy too. A
 * word that is missing here costs a line that says nothing; one too many would cost a word of the source.
 */
const aroundNumbers = new Set(
	[
		'page pages p pp pg of sheet sheets folio fol',
		'seite seiten blatt von feuille feuillet sur de',
		'página páginas pág hoja folha pagina pagine pagg pag di strona stron str z',
		'стр страница страницы страниц лист листа листов л из сторінка сторінки сторінок стор аркуш з із',
		'էջ էջեր էջից էջի ից թերթ',
		'səhifə səhifənin səh vərəq sayfa sayfası sf',
		'გვერდი გვ ფურცელი صفحه صفحة از من עמוד מתוך 页 頁 第 共 ページ 쪽 페이지',
	].flatMap((words) => words.split(' ')),
);

/** The dotted capital of Turkic alphabets becomes an i with one more dot. */
function small(word: string): string {
	return word.normalize().toLowerCase().replaceAll('\u0307', '');
}

/** Lines that only count pages say nothing. */
export function wordsOfMargin(paragraphs: readonly MarginParagraph[]): string[] {
	return paragraphs
		.map(({ text, hasPageNumber }) => ({ text: text.replaceAll(/\s+/g, ' ').trim(), hasPageNumber }))
		.filter(({ text, hasPageNumber }) => {
			const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
			return words.some((word) => !hasPageNumber || !aroundNumbers.has(small(word)));
		})
		.map(({ text }) => text);
}

/** The text with what stands in the margins behind it, set apart: on every page they stand beside it, and here but once. */
export function withMargins(blocks: readonly Block[], texts: readonly string[]): Block[] {
	const margins = texts.map((text): Block => ({ kind: 'note', text }));
	const isApart = margins.length > 0 && blocks.some(isPassage);
	return [...blocks, ...(isApart ? [{ kind: 'rule', text: '' } as const] : []), ...margins];
}
