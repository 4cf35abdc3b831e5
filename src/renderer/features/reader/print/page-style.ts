/**
 * The sheet's running head and page numbers, as margin boxes (CSS Paged Media 3). Their words come from the archive, so they
 * cannot stand in the style sheet; they go in as a CSS string, in which nothing of them can end it.
 *
 * @param hasRunningLines false where whoever writes the sheets adds these itself
 */
export function pageStyle(title: string, reference: string, hasRunningLines: boolean): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	const margins = 'size: A4; margin: 22mm 18mm 20mm;';
	sheet.replaceSync(`@page { ${margins} ${hasRunningLines ? runningLines(title, reference) : ''} }`);
	return sheet;
}

/** The bundled faces have every script that titles come in; those of a system may not. */
const faces = '"Noto Serif Lectern", serif';

function runningLines(title: string, reference: string): string {
	return `
		@top-left { content: ${cssString(headLine(title))}; font: 8pt ${faces}; vertical-align: bottom; padding-bottom: 4mm; }
		@bottom-left { content: ${cssString(footLines(reference))}; font: 7pt ${faces}; vertical-align: top; padding: 4mm 8mm 0 0; }
		@bottom-right { content: counter(page) "\\a0/\\a0" counter(pages); font: 8pt ${faces}; vertical-align: top; padding-top: 4mm; }`;
}

/** UTF-16 units that fit in one line above the text. */
const longestHead = 110;

/** In the lines below it beside the page number: an address that is cut off leads nowhere. */
const longestFoot = 300;

export function headLine(title: string): string {
	return shortened(title, longestHead);
}

export function footLines(reference: string): string {
	return shortened(reference, longestFoot);
}

function shortened(text: string, longest: number): string {
	return text.length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;
}

export function cssString(text: string): string {
	return `"${text.replace(/["\\\p{Cc}\p{Zl}\p{Zp}<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
