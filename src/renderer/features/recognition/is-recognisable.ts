import type { RecordDetail } from '#shared/api/records-api.ts';
import { recognisableTypes } from '#shared/domain/recognition.ts';

/** Whether it holds a picture or PDF; whether the pages of a PDF are scans shows when they are read. */
export function isRecognisable({ files, isInBin }: RecordDetail): boolean {
	return !isInBin && files.some(({ mediaType }) => recognisableTypes.includes(mediaType));
}
