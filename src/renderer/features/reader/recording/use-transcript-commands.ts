import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { writeEditedTranscript } from '#shared/transcript/edited-transcript.ts';
import { type SubtitleFormat, writeSubtitles } from '#shared/transcript/write-subtitles.ts';
import { openDraft } from '../writing/draft-store.ts';
import { recordingsOf } from './recordings.ts';

interface Transcript {
	record: RecordDetail;
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	/** The recording that is played; undefined where the record holds none. */
	file: HeldFile | undefined;
}

/** Writing the transcript of a recording, and saving one for players and editors of subtitles. */
export function useTranscriptCommands({ record, edition, blocks, file }: Transcript): void {
	const isReadOnly = useIsReadOnly();
	const hasTimes = blocks.some(({ time }) => time);
	useCommand(
		'transcript.write',
		() => {
			if (!file) return;
			const base = isOfAnother(edition, file, record.files) ? null : edition;
			const text = base ? writeEditedTranscript(blocks) : '';
			const language = base?.language ?? record.languages[0] ?? 'und';
			const fresh = { text, baseEditionId: base?.id ?? null, language };
			openDraft({ recordId: record.id, about: file.sha256 }, fresh).catch(showError);
		},
		file !== undefined && !isReadOnly && !record.isInBin,
	);
	const save = (format: SubtitleFormat) => void saveSubtitles(record.title, edition, blocks, format).catch(showError);
	useCommand('transcript.save-vtt', () => save('vtt'), hasTimes);
	useCommand('transcript.save-srt', () => save('srt'), hasTimes);
}

/** Whether a text says what is spoken in another recording of the record, which is no beginning for this one's. */
export function isOfAnother(edition: Edition | null, file: HeldFile, files: readonly HeldFile[]): boolean {
	return recordingsOf(files).some(({ sha256 }) => sha256 === edition?.originalSha256 && sha256 !== file.sha256);
}

const mediaTypes: Readonly<Record<SubtitleFormat, string>> = { vtt: 'text/vtt', srt: 'application/x-subrip' };

async function saveSubtitles(
	title: string,
	edition: Edition | null,
	blocks: readonly StoredBlock[],
	format: SubtitleFormat,
): Promise<void> {
	const text = writeSubtitles(blocks, format, edition?.language);
	const saved = await exportFile<object, { text: string }>(
		`${plainFileName(title) || 'transcript'}.${format}`,
		mediaTypes[format],
		{
			async toPath(path) {
				await archive.calls.lists.saveTo({ path, text });
				return {};
			},
			content: async () => ({ text }),
		},
	);
	const left = blocks.filter((block) => block.text !== '' && !block.time).length;
	if (saved) showToast(message('transcript.saved-as', { left }));
}
