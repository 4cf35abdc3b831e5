import { isPassage } from '#shared/domain/block.ts';
import { readSubtitles } from '#shared/transcript/read-subtitles.ts';
import { readTimedText } from '#shared/transcript/timed-text.ts';
import { decodeText, decodingParameters } from '../encoding.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';

/** Fewer times than this in a text are times that it speaks of. */
const fewestTimes = 2;

/** Reads SRT or WebVTT; null where there is no cue in it, so that it is read as the text it is. */
export function readSubtitleFile(bytes: Uint8Array, options: ReadOptions, mediaType: string): Extraction | null {
	const decoded = decodeText(bytes, options);
	const { blocks, language } = readSubtitles(decoded.text);
	if (!blocks.some(isPassage)) return null;
	const words = blocks.map(({ text }) => text).join('\n');
	return {
		mediaType,
		importer: 'subtitles',
		importerVersion: '1',
		kind: 'transcription',
		parameters: decodingParameters(decoded),
		language: language === 'und' ? guessLanguage(words) : language,
		title: titleFromFileName(options.fileName),
		blocks,
	};
}

/** Reads a text with times before its paragraphs; null where that is none. To be asked for transcripts alone. */
export function readTimedTextFile(bytes: Uint8Array, options: ReadOptions): Extraction | null {
	const decoded = decodeText(bytes, options);
	const blocks = readTimedText(decoded.text);
	if (blocks.filter(({ time }) => time).length < fewestTimes) return null;
	return {
		mediaType: 'text/plain',
		importer: 'timed-text',
		importerVersion: '1',
		kind: 'transcription',
		parameters: decodingParameters(decoded),
		language: guessLanguage(decoded.text),
		title: titleFromFileName(options.fileName),
		blocks,
	};
}
