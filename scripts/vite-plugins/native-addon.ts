import type { Plugin } from 'vite';

/**
 * better-sqlite3, and its like that encrypts, look for their compiled half from the folder of their own script. In a
 * bundle that is another one, so they are told where the package is; the search itself stays the packages' own.
 */
export function nativeAddon(): Plugin {
	return {
		name: 'native-addon',
		apply: 'build',
		transform: {
			filter: { id: bindingScript },
			handler: (code, id) => `${folderOfPackage(bindingScript.exec(id)?.[1] ?? '')}\n${code}`,
		},
	};
}

const bindingScript = /(better-sqlite3(?:-multiple-ciphers)?)[\\/]lib[\\/]binding\.js$/;

const folderOfPackage = (name: string) => `const __dirname = require('node:path').join(
	require('node:module').createRequire(__filename).resolve('${name}/package.json'),
	'../lib',
);`;
