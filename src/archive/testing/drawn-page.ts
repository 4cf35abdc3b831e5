import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const fonts = resolve(import.meta.dirname, '../../../node_modules/@fontsource-variable');
/** The bundled serif, subset by subset, under one name. */
const faces = [
	'noto-serif/files/noto-serif-latin-wght-normal.woff2',
	'noto-serif/files/noto-serif-cyrillic-wght-normal.woff2',
	'noto-serif-armenian/files/noto-serif-armenian-armenian-wght-normal.woff2',
].map((file, at) => ({ family: `Sample ${at}`, url: pathToFileURL(join(fonts, file)) }));

interface PageLook {
	widthPx?: number;
	heightPx?: number;
	sizePx?: number;
	/** As a scanner would: turned a little, blurred, on grey paper. */
	isScan?: boolean;
}

/** A picture (PNG, 8 bits of red, green and blue) of a page with these paragraphs, drawn by Chromium in the bundled serif. */
export function drawPage(
	paragraphs: readonly string[],
	{ widthPx = 1400, heightPx = 700, sizePx = 34, isScan = false }: PageLook = {},
): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'lectern-page-'));
	try {
		const [page, picture] = [join(folder, 'page.html'), join(folder, 'page.png')];
		writeFileSync(page, pageHtml(paragraphs, { sizePx, isScan }));
		execFileSync(
			'chromium',
			[
				...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-background-networking'],
				...[`--user-data-dir=${join(folder, 'profile')}`, `--window-size=${widthPx},${heightPx}`],
				// In time that does not pass while something is being loaded: a page without its faces would be blank.
				'--virtual-time-budget=10000',
				...[`--screenshot=${picture}`, pathToFileURL(page).href],
			],
			{ stdio: 'ignore' },
		);
		return readFileSync(picture);
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** The page by itself, for whoever opens or prints it. */
export function pageHtml(paragraphs: readonly string[], { sizePx = 34, isScan = false }: PageLook = {}): string {
	const style = faces
		.map(({ family, url }) => `@font-face { font-family: '${family}'; src: url('${url}') }`)
		.join('\n');
	const family = faces.map((face) => `'${face.family}'`).join(', ');
	const scan = 'background: #ece8df; filter: blur(0.6px); transform: rotate(0.5deg)';
	return `<!doctype html><meta charset="utf-8"><style>${style}
		body { margin: 90px; font: ${sizePx}px/1.55 ${family}; color: #111; ${isScan ? scan : 'background: #fff'} }
		p { margin: 0 0 1em }</style>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
}
