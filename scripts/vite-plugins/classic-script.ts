import type { Plugin } from 'vite';

const moduleTag = '<script type="module" crossorigin';

/** The page's script as a classic one, which it is when its format is `iife`: Vite writes a module's tag all the same. */
export function classicScript(): Plugin {
	return {
		name: 'classic-script',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler(html) {
				if (!html.includes(moduleTag)) throw new Error(`the page has no ${moduleTag}`);
				return html.replace(moduleTag, '<script defer');
			},
		},
	};
}
