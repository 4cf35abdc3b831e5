/** Label and value of `bag-info.txt`, in order; a label may come several times. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** What `bagit.txt` says (RFC 8493, 2.1.1). */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A value runs over several lines when the next begin with blanks; readers join them. */
export function formatBagInfo(info: BagInfo): string {
	return info.map(([label, value]) => `${label}: ${value.replace(/\s*[\r\n]+\s*/g, '\n  ')}\n`).join('');
}

/** Lines that are neither a label with a value nor the going on of one are given back as `bad`. */
export function parseBagInfo(text: string): { info: BagInfo; bad: string[] } {
	const info: [string, string][] = [];
	const bad: string[] = [];
	for (const line of linesOf(text)) {
		const last = info.at(-1);
		const [, label, value] = /^([^:\s][^:]*?)\s*:(.*)$/.exec(line) ?? [];
		if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim();
		else if (label !== undefined && value !== undefined) info.push([label, value.trim()]);
		else if (line.trim() !== '') bad.push(line);
	}
	return { info, bad };
}

export interface ManifestLine {
	/** Lower-case hexadecimal. */
	digest: string;
	/** As it is written, still encoded. */
	path: string;
}

export function formatManifest(lines: readonly { digest: string; path: string }[]): string {
	return lines.map(({ digest, path }) => `${digest}  ${path}\n`).join('');
}

/** One line of a manifest: digest, blanks, path; null when it is none. What comes after the blanks belongs to the path. */
export function parseManifestLine(line: string): ManifestLine | null {
	const [, digest, path] = /^([0-9a-fA-F]+)[ \t]+(.+)$/s.exec(line) ?? [];
	return digest === undefined || path === undefined ? null : { digest: digest.toLowerCase(), path };
}

/** Lines ended by LF, CR or CRLF, as the RFC lets tag files have them. */
export function linesOf(text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}
