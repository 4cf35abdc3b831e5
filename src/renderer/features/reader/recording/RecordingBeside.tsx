import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { type Edition, recordingOf } from '#shared/domain/edition.ts';
import type { EditionId, Sha256 } from '#shared/domain/ids.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { draftKey, useWriting } from '../writing/draft-store.ts';
import styles from './Recording.module.css';
import { RecordingPlayer } from './RecordingPlayer.tsx';
import { seekTo } from './recording-store.ts';
import { recordingsOf } from './recordings.ts';
import { TranscriptEditor } from './TranscriptEditor.tsx';
import { useSpokenPassage } from './use-spoken-passage.ts';
import { isOfAnother, useTranscriptCommands } from './use-transcript-commands.ts';

interface RecordingBesideProps {
	record: RecordDetail;
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	/** The passage that the address names: where it is to be played from. */
	namedOrdinal?: number | null;
	text: AnnotatedText | null;
	draw(ordinal: number): void;
	children: ReactNode;
}

/** A text, or what is said of a record without one, with the recording that it was written down from. */
export function RecordingBeside(props: RecordingBesideProps) {
	const { record, edition, blocks, namedOrdinal = null, text, draw, children } = props;
	const files = useMemo(() => recordingsOf(record.files), [record.files]);
	const [file, choose] = usePlayedFile(files, edition);
	const isTranscribing = useWriting(
		({ open }) => file !== undefined && open === draftKey({ recordId: record.id, about: file.sha256 }),
	);
	useSpokenPassage({ text, blocks, draw });
	useTranscriptCommands({ record, edition, blocks, file });
	const namedMs = namedOrdinal === null ? null : (blocks[namedOrdinal]?.time?.startMs ?? null);
	useEffect(() => {
		if (namedMs !== null) seekTo(namedMs);
	}, [namedMs]);

	if (!file) return children;
	const baseEditionId = isOfAnother(edition, file, record.files) ? null : (edition?.id ?? null);
	const isFilm = file.mediaType.startsWith('video/');
	return (
		<div className={styles.split} data-film={isFilm || undefined}>
			<RecordingPlayer key={file.sha256} files={files} file={file} onFile={choose} blocks={blocks} />
			<div className={styles.beside}>
				{isTranscribing && <TranscriptEditor key={file.sha256} {...{ record, file, baseEditionId }} />}
				{/* Not taken away: the text keeps its place, and its marks know where they stand. */}
				<div className={styles.text} hidden={isTranscribing}>
					{children}
				</div>
			</div>
		</div>
	);
}

/** The recording that the text was written down from, or the record's first, until another is chosen beside this text. */
function usePlayedFile(
	files: readonly HeldFile[],
	edition: Edition | null,
): [HeldFile | undefined, (sha256: Sha256) => void] {
	const [chosen, setChosen] = useState<{ sha256: Sha256; editionId: EditionId | null } | null>(null);
	const editionId = edition?.id ?? null;
	const own = chosen?.editionId === editionId ? files.find(({ sha256 }) => sha256 === chosen.sha256) : undefined;
	const file = own ?? (edition ? recordingOf(edition, files) : undefined) ?? files[0];
	return [file, (sha256) => setChosen({ sha256, editionId })];
}
