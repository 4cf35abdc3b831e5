import { type IAudioMetadata, type IOptions, parseBuffer, parseFile } from 'music-metadata';
import type { MediaFacts } from '#shared/domain/media-facts.ts';
import { message } from '#shared/messages/messages.ts';
import { type Extraction, titleFromFileName } from '../importer.ts';
import { refuse } from '../refusal.ts';

/** Pictures in the tags would be unfolded for nothing. */
const options: IOptions = { duration: true, skipCovers: true, skipPostHeaders: true };

/** Looks into a recording that is in memory. Throws `unsupported-format` for one whose head cannot be read. */
export function readMedia(bytes: Uint8Array, fileName: string, mediaType: string): Promise<Extraction> {
	return look(fileName, mediaType, () => parseBuffer(bytes, { mimeType: mediaType }, options));
}

/** The same for one on the disk, of which no more is read than tells what it is. */
export function readMediaFile(path: string, fileName: string, mediaType: string): Promise<Extraction> {
	return look(fileName, mediaType, () => parseFile(path, options));
}

async function look(fileName: string, mediaType: string, parse: () => Promise<IAudioMetadata>): Promise<Extraction> {
	const { format } = await parse().catch((error: Error) => {
		throw refuse(fileName, message('import.reason.media-damaged', { reason: error.message.slice(0, 200) }));
	});
	return {
		mediaType: refined(mediaType, format),
		importer: 'media',
		importerVersion: '1',
		title: titleFromFileName(fileName),
		language: 'und',
		parameters: {},
		blocks: [],
		fields: { kind: 'recording' },
		media: factsOf(format),
	};
}

/** Boxes of MP4, Matroska and Ogg hold either: what is in them is told by their tracks alone. */
function refined(mediaType: string, { hasVideo, hasAudio }: IAudioMetadata['format']): string {
	if (hasVideo === false && hasAudio) return mediaType.replace(/^video\/(?=mp4$|webm$|ogg$)/, 'audio/');
	return hasVideo ? mediaType.replace(/^audio\/(?=mp4$|webm$|ogg$)/, 'video/') : mediaType;
}

function factsOf(format: IAudioMetadata['format']): MediaFacts {
	const video = format.trackInfo.find((track) => track.video)?.video;
	const codecs = [format.codec, ...format.trackInfo.map(({ codecName }) => codecName)].filter(
		(name) => name !== undefined,
	);
	return {
		container: (format.container ?? '').slice(0, 100),
		codecs: [...new Set(codecs)].join(' + ').slice(0, 200),
		durationMs: positive((format.duration ?? 0) * 1000),
		sampleRateHz: positive(format.sampleRate),
		channelCount: positive(format.numberOfChannels),
		widthPx: positive(video?.pixelWidth),
		heightPx: positive(video?.pixelHeight),
	};
}

/** A head may say anything: what no recording has is as good as not said. */
function positive(value: number | undefined): number | null {
	const whole = Math.round(value ?? 0);
	return whole > 0 && whole <= 2 ** 40 ? whole : null;
}
