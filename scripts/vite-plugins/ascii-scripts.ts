import type { Plugin } from 'vite';

/**
 * Scripts in ASCII, everything else escaped: Chromium and Node then keep a byte a letter and need not decode, which for
 * a megabyte costs each start some ten milliseconds, and twice the memory for as long as the app runs.
 */
export function asciiScripts(): Plugin {
	return {
		name: 'ascii-scripts',
		apply: 'build',
		generateBundle(_options, bundle) {
			for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code);
		},
	};
}

/** In strings, expressions and names an escape means what it stands for; in comments it does no harm. */
function escaped(code: string): string {
	const isEscaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/u.exec(code);
	if (isEscaped)
		throw new Error(`a letter that is escaped already cannot be once more: ${context(code, isEscaped.index)}`);
	const isRaw = /String\.raw`[^`]*[^\0-\x7f]/.exec(code);
	if (isRaw) throw new Error(`a raw template would show the escape: ${context(code, isRaw.index)}`);
	return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function context(code: string, at: number): string {
	return code.slice(Math.max(0, at - 40), at + 40);
}
