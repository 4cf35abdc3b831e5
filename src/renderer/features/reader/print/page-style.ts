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

function runningLines(title: string, reference: string): string {
	return `
		@top-left { content: ${cssString(shortened(title))}; font: 8pt serif; vertical-align: bottom; padding-bottom: 4mm; }
		@bottom-left { content: ${cssString(shortened(reference))}; font: 7pt serif; vertical-align: top; padding-top: 4mm; }
		@bottom-right { content: counter(page) " / " counter(pages); font: 8pt serif; vertical-align: top; padding-top: 4mm; }`;
}

/** UTF-16 units that fit beside the page number. */
const longestLine = 110;

export function shortened(text: string): string {
	return text.length > longestLine ? `${[...text].slice(0, longestLine - 1).join('')}…` : text;
}

export function cssString(text: string): string {
	return `"${text.replace(/["\\\p{Cc}\p{Zl}\p{Zp}<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
