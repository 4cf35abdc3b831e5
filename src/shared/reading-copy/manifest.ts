/** Name of the manifest's file, which `sha256sum -c` reads; what it says is in a part too, for the page. */
export const manifestFile = 'manifest-sha256.txt';
export const manifestPart = 'data/manifest';

/** Digests of files by their path in the folder, in hexadecimal. */
export type Manifest = ReadonlyMap<string, string>;

/** A line a file, as `sha256sum` writes them, in the order of the paths. */
export function writeManifest(digests: Manifest): string {
	return [...digests]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, digest]) => `${digest}  ${path}\n`)
		.join('');
}

/** What is no line of a manifest is passed over: then a file has no digest, and its part is told as changed. */
export function readManifest(text: string): Manifest {
	const digests = new Map<string, string>();
	for (const [, digest = '', path = ''] of text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)) digests.set(path, digest);
	return digests;
}
