import { runImportLoop } from '../import-loop.ts';
import type { ImportRequest } from '../import-protocol.ts';
import { readDocument } from '../registry.ts';

// An import process for tests, in which the name of a file says how reading it goes wrong.
const fates: Readonly<Record<string, () => void>> = {
	'hang.txt': () => {
		for (;;);
	},
	'die.txt': () => process.exit(3),
	'devour.txt': () => {
		const hoard: number[][] = [];
		for (;;) hoard.push(new Array(100_000).fill(hoard.length));
	},
};

runImportLoop(
	{
		send: (report) =>
			new Promise((resolve) => {
				process.send?.(report, undefined, {}, () => resolve());
			}),
		onMessage: (listener) => {
			process.on('message', (message) => listener(message as ImportRequest));
		},
	},
	(bytes, options) => {
		fates[options.fileName]?.();
		return readDocument(bytes, options);
	},
);
