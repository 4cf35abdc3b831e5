/** A line of text on a page: the baseline's start in points from the lower left corner. */
export interface PdfLine {
	text: string;
	x: number;
	y: number;
	size?: number;
}

interface PdfOptions {
	/** As PDF objects: `/Title (Alpha)`. */
	properties?: string;
	/** Further entries of the catalogue. */
	catalogue?: string;
	/** What lies on the first page beside what is drawn there, as PDF dictionaries. */
	notes?: readonly string[];
	/** Instead of what is drawn on the first page: the entries of a stream and its bytes. */
	stream?: { entries: string; bytes: Uint8Array };
}

/** A small PDF of A4 pages with these lines, in a font that needs no file. Text is Latin-1. */
export function writePdf(
	pages: readonly (readonly PdfLine[])[],
	{ properties = '', catalogue = '', notes = [], stream }: PdfOptions = {},
) {
	const firstPage = 5;
	const pageIds = pages.map((_, at) => firstPage + at * 2);
	const objects = [
		`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
		`<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		`<< ${properties} >>`,
		...pages.flatMap((lines, at) => {
			const isOther = stream && at === 0;
			const content = isOther ? Buffer.from(stream.bytes).toString('latin1') : lines.map(draw).join('\n');
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + at * 2 + 1} 0 R /Resources << /Font << /F 3 0 R >> >> ${at === 0 ? `/Annots [${notes.join(' ')}]` : ''} >>`,
				`<< /Length ${content.length} ${isOther ? stream.entries : ''} >>\nstream\n${content}\nendstream`,
			];
		}),
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
	const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>`;
	return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** Lines of a column under one another, from `y` down. */
export function column(texts: readonly string[], { x = 72, y = 700, size = 11, leading = 14 } = {}): PdfLine[] {
	return texts.map((text, at) => ({ text, x, y: y - at * leading, size }));
}

function draw({ text, x, y, size = 11 }: PdfLine): string {
	return `BT /F ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;
}
