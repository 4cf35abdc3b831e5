// The two formats that hold one picture in several sizes. Both take PNG as it is, so they are only tables of contents.

/** @typedef {{ sizePx: number, png: Uint8Array }} IconPicture */

/**
 * A Windows icon: ICONDIR and one ICONDIRENTRY a picture, as Microsoft's "Icons" describes them; sizes to 256.
 * @param {IconPicture[]} pictures
 */
export function icoFile(pictures) {
	const headBytes = 6;
	const entryBytes = 16;
	const table = Buffer.alloc(headBytes + entryBytes * pictures.length);
	table.writeUInt16LE(1, 2);
	table.writeUInt16LE(pictures.length, 4);
	let offset = table.length;
	for (const [at, { sizePx, png }] of pictures.entries()) {
		const entry = table.subarray(headBytes + at * entryBytes);
		// A byte each; 256 is written as 0.
		entry[0] = sizePx % 256;
		entry[1] = sizePx % 256;
		entry.writeUInt16LE(1, 4);
		entry.writeUInt16LE(32, 6);
		entry.writeUInt32LE(png.length, 8);
		entry.writeUInt32LE(offset, 12);
		offset += png.length;
	}
	return Buffer.concat([table, ...pictures.map(({ png }) => png)]);
}

/** Apple's names for sizes; those of `@2x` are the same pictures for denser screens. */
const icnsTypes = /** @type {const} */ ([
	['icp4', 16],
	['ic11', 32],
	['icp5', 32],
	['ic12', 64],
	['ic07', 128],
	['ic13', 256],
	['ic08', 256],
	['ic14', 512],
	['ic09', 512],
	['ic10', 1024],
]);
export const icnsSizesPx = [...new Set(icnsTypes.map(([, sizePx]) => sizePx))];

/**
 * An Apple icon: `icns` and its length, then of each picture its type, its length with these eight bytes, and the PNG.
 * @param {IconPicture[]} pictures one of every size in `icnsSizesPx`
 */
export function icnsFile(pictures) {
	const parts = icnsTypes.map(([type, sizePx]) => {
		const picture = pictures.find((each) => each.sizePx === sizePx);
		if (!picture) throw new Error(`the icon lacks ${sizePx} px`);
		return icnsPart(type, picture.png);
	});
	return icnsPart('icns', Buffer.concat(parts));
}

/**
 * @param {string} type
 * @param {Uint8Array} content
 */
function icnsPart(type, content) {
	const head = Buffer.alloc(8);
	head.write(type, 'latin1');
	head.writeUInt32BE(head.length + content.length, 4);
	return Buffer.concat([head, content]);
}
