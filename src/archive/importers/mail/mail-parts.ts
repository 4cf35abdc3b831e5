/** A mail, or a part of one, a character a byte. */
export interface MailPart {
	/** Without the empty line that ends it. */
	head: string;
	/** '' for a part of parts, which follow. */
	body: string;
	/** What it is where it does not say. */
	defaultType: 'text/plain' | 'message/rfc822';
}

/** Of a digest, whose parts are mails where they do not say otherwise. */
const digestBoundary =
	/^content-type\s*:\s*multipart\/digest\b(?:[^\r\n]|\r?\n[ \t])*?boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gim;

/** More than any head has; what is longer is no head. */
const longestHead = 256 * 1024;

/** The mail with its own head and body, and those of its parts, as `change` gives them back. */
export function withParts(source: string, change: (part: MailPart) => Pick<MailPart, 'head' | 'body'>): string {
	const boundaries = new Set(
		[...source.matchAll(/boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gi)].map(([, a, b]) => a ?? b),
	);
	const cuts = [...source.matchAll(/^--([^\r\n]+?)[ \t]*(?:\r?\n|$)/gm)].filter(
		([, name = '']) => boundaries.has(name) || boundaries.has(name.replace(/--$/, '')),
	);
	const digests = new Set([...source.matchAll(digestBoundary)].map(([, a, b]) => a ?? b));
	const pieces: string[] = [];
	let from = 0;
	const visit = (start: number, end: number, defaultType: MailPart['defaultType']) => {
		const part = partAt(source.slice(start, end));
		if (!part) return;
		const other = change({ ...part, defaultType });
		pieces.push(
			source.slice(from, start),
			other.head,
			part.head === '' && other.head !== '' ? '\r\n' : '',
			part.between,
		);
		pieces.push(other.body);
		from = start + part.head.length + part.between.length + part.body.length;
	};
	visit(0, cuts[0]?.index ?? source.length, 'text/plain');
	for (const [at, { 0: line, 1: name = '', index }] of cuts.entries())
		if (boundaries.has(name))
			visit(
				index + line.length,
				cuts[at + 1]?.index ?? source.length,
				digests.has(name) ? 'message/rfc822' : 'text/plain',
			);
	return pieces.join('') + source.slice(from);
}

/** The line end before a boundary belongs to the boundary. */
function partAt(source: string): { head: string; between: string; body: string } | null {
	const found = /(?:^|\r?\n)\r?\n/.exec(source.slice(0, longestHead));
	if (!found && source.length > longestHead) return null;
	const head = found ? source.slice(0, found.index) : source;
	const between = found?.[0] ?? '';
	return { head, between, body: source.slice(head.length + between.length).replace(/\r?\n$/, '') };
}
