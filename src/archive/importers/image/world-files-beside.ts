import { worldFileNames } from '#shared/map/scan/world-file.ts';

/** What the world file of a picture may be called, which lies beside it: in small letters or in capitals. */
export function worldFilesBeside(pictureName: string): string[] {
	const stem = /([^/\\]*)\.[^./\\]+$/.exec(pictureName)?.[1] ?? '';
	return worldFileNames(pictureName)
		.map((name) => name.slice(stem.length))
		.flatMap((ending) => [`${stem}${ending}`, `${stem}${ending.toUpperCase()}`]);
}
