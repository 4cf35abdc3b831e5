import { manifestPart, writeManifest } from '#shared/reading-copy/manifest.ts';
import { partPath, writePart } from '#shared/reading-copy/part-file.ts';
import { type CopyProgram, programParts, sha256Of } from './copy-program.ts';
import type { Part } from './numbered-parts.ts';

/** Parts of a copy whose files are no parts: the list of their digests goes among them. */
export interface ListedParts {
	parts: AsyncIterable<Part>;
	/** Of the list, once it has passed: by it the copy is known again. */
	digest(): string;
}

/** The digests are those that the parts would have in a folder, so that the page compares them in one way. */
export function withManifest(parts: AsyncIterable<Part>, program: CopyProgram): ListedParts {
	let digest = '';
	async function* listed(): AsyncGenerator<Part> {
		const digests = new Map<string, string>();
		const list = ({ name, content }: Part) => digests.set(partPath(name), sha256Of(writePart(name, content)));
		for (const part of programParts(program)) list(part);
		for await (const part of parts) {
			list(part);
			yield part;
		}
		const content = writeManifest(digests);
		digest = sha256Of(content);
		yield { name: manifestPart, content };
	}
	return { parts: listed(), digest: () => digest };
}
