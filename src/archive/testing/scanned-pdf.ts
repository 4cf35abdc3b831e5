/** A PDF whose one page is this picture alone: an RGB PNG of 8 bits, whose compressed rows a PDF takes as they are. */
export function scannedPdf(png: Buffer): Buffer {
	const { width, height, rows } = partsOf(png);
	const [pageWidth, pageHeight] = [595, Math.round((595 * height) / width)];
	const drawing = `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /I Do Q`;
	const objects = [
		Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
		Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
		Buffer.from(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
		),
		stream('', Buffer.from(drawing)),
		stream(
			`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8
			/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`,
			rows,
		),
	];
	let file = Buffer.from('%PDF-1.4\n');
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
	const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.concat([file, Buffer.from(table + end)]);
}

function stream(entries: string, bytes: Buffer): Buffer {
	return Buffer.concat([
		Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
		bytes,
		Buffer.from('\nendstream'),
	]);
}

function partsOf(png: Buffer): { width: number; height: number; rows: Buffer } {
	const rows: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		const isData = png.toString('latin1', at + 4, at + 8) === 'IDAT';
		if (isData) rows.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), rows: Buffer.concat(rows) };
}
