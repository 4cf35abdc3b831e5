import { createHash } from 'node:crypto';

/** SHA-256 over texts joined by line feeds, as editions have it, from one text after another. */
export function digestTexts(): { add(text: string): void; end(): string } {
	const hash = createHash('sha256');
	let isFirst = true;
	return {
		add(text) {
			hash.update(isFirst ? text : `\n${text}`);
			isFirst = false;
		},
		end: () => hash.digest('hex'),
	};
}
