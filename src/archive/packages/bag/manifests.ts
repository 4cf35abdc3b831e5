import type { BagFinding } from '#shared/domain/package.ts';
import { decodeBagPath, isUnsafePath } from './bag-path.ts';
import type { BagSource } from './bag-source.ts';
import { parseManifestLine } from './tag-files.ts';
import { readTagLines } from './tag-reader.ts';

/** One manifest, with the paths as they are in the bag. */
export interface Manifest {
	path: string;
	/** Node's name of it. */
	algorithm: string;
	isOfTags: boolean;
	/** Lower-case hexadecimal, by path. */
	digests: ReadonlyMap<string, string>;
}

/** Where findings go. */
export interface Findings {
	refuse(kind: BagFinding['kind'], what: string): void;
	warn(kind: BagFinding['kind'], what: string): void;
}

/** What can be computed, and the length of its digests in hexadecimal digits. */
const digestLengths: ReadonlyMap<string, number> = new Map([
	['md5', 32],
	['sha1', 40],
	['sha224', 56],
	['sha256', 64],
	['sha384', 96],
	['sha512', 128],
]);
const weakAlgorithms: ReadonlySet<string> = new Set(['md5', 'sha1']);

/** Reads every manifest whose digests can be computed; says of the others what is wrong with them. */
export async function readManifests(source: BagSource, version: string, findings: Findings): Promise<Manifest[]> {
	const manifests: Manifest[] = [];
	const unknown: string[] = [];
	for (const path of source.files.keys()) {
		const [, tag, name] = /^(tag)?manifest-([^/]+)\.txt$/i.exec(path) ?? [];
		if (name === undefined) continue;
		const algorithm = name.toLowerCase().replaceAll('-', '');
		const isOfTags = tag !== undefined;
		const length = digestLengths.get(algorithm);
		if (length === undefined) {
			findings.warn('algorithm', path);
			if (!isOfTags) unknown.push(path);
			continue;
		}
		if (weakAlgorithms.has(algorithm)) findings.warn('weak-algorithm', path);
		const lines = await readTagLines(source, path);
		if (lines === null) findings.refuse('unreadable', path);
		else {
			const reader = new ManifestReader(source, { path, isOfTags, length, version }, findings);
			manifests.push({ path, algorithm, isOfTags, digests: reader.read(lines) });
		}
	}
	if (unknown.length > 0 && manifests.every(({ isOfTags }) => isOfTags))
		findings.refuse('only-unknown-algorithms', unknown.join(', '));
	return manifests;
}

interface ManifestForm {
	path: string;
	isOfTags: boolean;
	/** Hexadecimal digits of a digest. */
	length: number;
	/** As the bag declares it. */
	version: string;
}

class ManifestReader {
	readonly #source: BagSource;
	readonly #form: ManifestForm;
	readonly #findings: Findings;
	readonly #digests = new Map<string, string>();
	#byComposition: Map<string, string> | undefined;

	constructor(source: BagSource, form: ManifestForm, findings: Findings) {
		this.#source = source;
		this.#form = form;
		this.#findings = findings;
	}

	read(lines: readonly string[]): Map<string, string> {
		for (const line of lines) if (line.trim() !== '') this.#readLine(line);
		return this.#digests;
	}

	#readLine(line: string): void {
		const { path: manifest, length, isOfTags } = this.#form;
		const parsed = parseManifestLine(line);
		const path = parsed ? this.#pathOf(parsed.path) : '';
		if (!parsed || parsed.digest.length !== length) this.#findings.refuse('bad-line', `${manifest}: ${line}`);
		else if (isUnsafePath(path)) this.#findings.refuse('unsafe-path', `${manifest}: ${parsed.path}`);
		else if (path.startsWith('data/') === isOfTags || /^tagmanifest-/i.test(path))
			this.#findings.refuse('wrong-place', `${manifest}: ${path}`);
		else if (this.#digests.has(path)) this.#findings.refuse('listed-twice', `${manifest}: ${path}`);
		else {
			this.#digests.set(path, parsed.digest);
			if (isOfTags && !this.#source.files.has(path)) this.#findings.refuse('missing', path);
		}
	}

	/**
	 * The path of the bag that is meant. Tools differ in what they write: `*` of md5sum before it, `./`, percent signs as
	 * they are, or letters composed otherwise than the file system gives them back.
	 */
	#pathOf(written: string): string {
		const { files } = this.#source;
		const decoded = this.#form.version.startsWith('0.')
			? written.replace(/%0[da]/gi, decodeBagPath)
			: decodeBagPath(written);
		if (files.has(decoded)) return decoded;
		if (decoded !== written && files.has(written)) {
			this.#findings.warn('unencoded-path', written);
			return written;
		}
		const plain = decoded.replace(/^\*?(?:\.\/)*/, '');
		if (plain !== decoded && !isUnsafePath(plain)) this.#findings.warn('odd-path', decoded);
		if (files.has(plain) || isUnsafePath(plain)) return plain;
		const composed = this.#composed().get(plain.normalize('NFC'));
		if (composed === undefined) return plain;
		this.#findings.warn('other-normalisation', composed);
		return composed;
	}

	#composed(): Map<string, string> {
		this.#byComposition ??= new Map([...this.#source.files.keys()].map((path) => [path.normalize('NFC'), path]));
		return this.#byComposition;
	}
}
