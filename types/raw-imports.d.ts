// `import text from './file.sql?raw'`: Vite and Vitest give the file's text as a string.
declare module '*.sql?raw' {
	const text: string;
	export default text;
}

declare module '*.md?raw' {
	const text: string;
	export default text;
}

declare module 'world-atlas/countries-50m.json?raw' {
	const text: string;
	export default text;
}

interface ImportMeta {
	/** Replaced by Vite with an object of the matching files; the form Lectern uses is the eager text of each. */
	glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
}
