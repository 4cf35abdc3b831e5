// The icon in every form that a system asks for, from the two drawings in resources/icon.
import fs from 'node:fs';
import path from 'node:path';
import { inPackage, projectRoot } from '../setup/places.mjs';
import { icnsFile, icnsSizesPx, icoFile } from './icon-files.mjs';

const drawings = path.join(projectRoot, 'resources/icon');
/** Up to here the drawing on the pixel grid is the clearer one. */
const smallUpToPx = 32;
const icoSizesPx = [16, 24, 32, 48, 64, 128, 256];
/** Those of the freedesktop icon theme. */
export const linuxSizesPx = [16, 24, 32, 48, 64, 128, 256, 512];

/**
 * Writes `<size>x<size>.png`, `lectern.ico`, `lectern.icns` and the drawing itself.
 * @param {string} folder
 */
export async function writeIcons(folder) {
	const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
	await initWasm(fs.readFileSync(inPackage('@resvg/resvg-wasm/index_bg.wasm')));
	const sizes = [...new Set([...icoSizesPx, ...linuxSizesPx, ...icnsSizesPx])];
	const pictures = sizes.map((sizePx) => ({ sizePx, png: draw(Resvg, sizePx) }));
	const of = (/** @type {number[]} */ wanted) => pictures.filter(({ sizePx }) => wanted.includes(sizePx));

	fs.mkdirSync(folder, { recursive: true });
	for (const { sizePx, png } of of(linuxSizesPx)) fs.writeFileSync(path.join(folder, `${sizePx}x${sizePx}.png`), png);
	fs.writeFileSync(path.join(folder, 'lectern.ico'), icoFile(of(icoSizesPx)));
	fs.writeFileSync(path.join(folder, 'lectern.icns'), icnsFile(of(icnsSizesPx)));
	fs.copyFileSync(path.join(drawings, 'lectern.svg'), path.join(folder, 'lectern.svg'));
}

/**
 * @param {typeof import('@resvg/resvg-wasm').Resvg} Resvg
 * @param {number} sizePx
 */
function draw(Resvg, sizePx) {
	const file = sizePx <= smallUpToPx ? 'lectern-small.svg' : 'lectern.svg';
	const drawing = fs.readFileSync(path.join(drawings, file), 'utf8');
	return new Resvg(drawing, { fitTo: { mode: 'width', value: sizePx } }).render().asPng();
}
