import type { Plugin } from 'vite';

/**
 * better-sqlite3 looks for its compiled half from the folder of its own script. In a bundle that is another one, so it
 * is told where the package is; the search itself stays the package's own.
 */
export function nativeAddon(): Plugin {
	return {
		name: 'native-addon',
		apply: 'build',
		transform: {
			filter: { id: /better-sqlite3[\\/]lib[\\/]binding\.js$/ },
			handler: (code) => `${folderOfPackage}\n${code}`,
		},
	};
}

const folderOfPackage = `const __dirname = require('node:path').join(
	require('node:module').createRequire(__filename).resolve('better-sqlite3/package.json'),
	'../lib',
);`;
