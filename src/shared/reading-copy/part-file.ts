/** The function that parts call with their name and content. */
export const partReceiver = 'lecternPart';

/** Path of a part's file in the folder of the copy; `name` is the path without its ending. */
export function partPath(name: string): string {
	return `${name}.js`;
}

/**
 * A part as the file that holds it: a classic script that hands its content over as one string, since a page that was
 * opened from a disk may read no file in any other way. From name and content follows every byte of the file, so that the
 * page can compute the digest of a file that it was never given.
 */
export function writePart(name: string, content: string): string {
	return `${headOf(name)}${JSON.stringify(content)}${foot}`;
}

/** The content of a part's file, which must be one. */
export function readPart(name: string, file: string): string {
	return JSON.parse(file.slice(headOf(name).length, -foot.length)) as string;
}

const foot = ');\n';

function headOf(name: string): string {
	return `${partReceiver}(${JSON.stringify(name)},`;
}

/** The name of the part in a file; null for a file that is none. */
export function partNameOf(path: string): string | null {
	return /^(?:data|app\/languages)\/.+(?=\.js$)|^app\/[a-z]+-worker(?=\.js$)/.exec(path)?.[0] ?? null;
}
