import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };

/** What the drawing of PDF needs beside its script: tables of characters, fonts that files may leave out, decoders of scans. */
const files: readonly (readonly [part: string, pattern: RegExp])[] = [
	['cmaps', /\.bcmap$|^LICENSE$/],
	['standard_fonts', /\.(?:pfb|ttf)$|^LICENSE/],
	// Not the WebAssembly, which the window's policy does not run.
	['wasm', /_nowasm_fallback\.js$|^LICENSE_.*(?:JBIG2|OPENJPEG)$/],
];

/**
 * Puts the files of pdfjs among the app's own, in a folder named by its version: they may be kept for good. The decoders
 * lie in the folder itself, since that is where the parser looks.
 */
export function pdfAssets(): Plugin {
	const assets = new Map<string, string>(
		files.flatMap(([part, pattern]) =>
			readdirSync(join(folder, part))
				.filter((name) => pattern.test(name))
				.map(
					(name) => [`pdf-${version}/${part === 'wasm' ? '' : `${part}/`}${name}`, join(folder, part, name)] as const,
				),
		),
	);
	return {
		name: 'pdf-assets',
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				const path = assets.get(decodeURIComponent((request.url ?? '').slice(1).split('?')[0] ?? ''));
				if (!path) return next();
				response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
				response.end(readFileSync(path));
			});
		},
		generateBundle() {
			for (const [fileName, path] of assets) this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
		},
	};
}
