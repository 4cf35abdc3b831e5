import { basename, dirname } from 'node:path/posix';
import { extensionOf } from '#archive/importers/file-extension.ts';
import type { FoundFile } from './file-walk.ts';

/** What recordings and transcripts are called. Only names are known here; what is in a file decides when it is read. */
const recordings = new Set(
	'.mp3 .m4a .m4b .aac .ogg .oga .opus .wav .flac .aif .aiff .amr .wma .mp4 .m4v .webm .mkv .ogv .mov .3gp .avi .mpg .mpeg .wmv'.split(
		' ',
	),
);
const transcripts = new Set(['.srt', '.vtt', '.txt']);

/**
 * Puts each transcript directly behind the recording that it lies beside and is named after ("talk.mp4", "talk.srt",
 * "talk.ru.srt"), and says which that is. All else keeps its order.
 */
export function pairTranscripts(files: readonly FoundFile[]): FoundFile[] {
	const recordingOf = new Map<string, string>();
	for (const { name, problem } of files)
		if (!problem && recordings.has(extensionOf(name))) recordingOf.set(stemOf(name), name);
	if (recordingOf.size === 0) return [...files];
	const behind = new Map<string, FoundFile[]>();
	const rest = files.filter((file) => {
		const recording = file.problem ? undefined : recordingFor(file.name, recordingOf);
		if (recording === undefined) return true;
		behind.set(recording, [...(behind.get(recording) ?? []), { ...file, transcriptOf: recording }]);
		return false;
	});
	return rest.flatMap((file) => {
		const paired = behind.get(file.name) ?? [];
		behind.delete(file.name);
		return [file, ...paired];
	});
}

function recordingFor(name: string, recordingOf: ReadonlyMap<string, string>): string | undefined {
	if (!transcripts.has(extensionOf(name))) return undefined;
	const stem = stemOf(name);
	return recordingOf.get(stem) ?? recordingOf.get(stem.replace(/\.[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/, ''));
}

/** The path without the ending, in lower case: cameras and people write both. */
function stemOf(name: string): string {
	return `${dirname(name)}/${basename(name).slice(0, -extensionOf(name).length || undefined)}`.toLowerCase();
}
