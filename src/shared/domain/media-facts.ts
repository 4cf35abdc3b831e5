/** What a recording is, by its own head. What it does not say is null. */
export interface MediaFacts {
	/** As `music-metadata` names it: "WAVE", "MPEG-4/mp42", "EBML/webm". */
	container: string;
	/** Names of the codecs, joined by " + "; '' where none is named. */
	codecs: string;
	durationMs: number | null;
	sampleRateHz: number | null;
	channelCount: number | null;
	widthPx: number | null;
	heightPx: number | null;
}

/** Whether a file of that media type is a recording: sound, or moving pictures. */
export function isRecording(mediaType: string): boolean {
	return /^(?:audio|video)\//.test(mediaType);
}
