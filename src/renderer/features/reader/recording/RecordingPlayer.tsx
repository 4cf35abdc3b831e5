import { Captions, FastForward, Pause, PenLine, Play, Rewind } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { saveOriginal } from '#renderer/features/provenance/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { recordingAddress } from '#shared/api/recording-address.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { formatTime } from '#shared/domain/media-time.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Recording.module.css';
import {
	changeSpeed,
	connectPlayer,
	seekTo,
	setSpeed,
	speeds,
	stepBy,
	stepMs,
	toggleFollowing,
	togglePlaying,
	useRecording,
} from './recording-store.ts';

interface RecordingPlayerProps {
	files: readonly HeldFile[];
	file: HeldFile;
	blocks: readonly StoredBlock[];
	onFile(sha256: Sha256): void;
}

/** Plays a recording as it was received, streamed from the archive. */
export function RecordingPlayer({ files, file, blocks, onFile }: RecordingPlayerProps) {
	const [element, setElement] = useState<HTMLMediaElement | null>(null);
	const [problem, setProblem] = useState<'format' | 'bytes' | null>(null);
	useEffect(() => (element ? connectPlayer(element) : undefined), [element]);
	usePlayerCommands(problem === null);
	useCommand('recording.save', () => void saveOriginal(file).catch(showError));
	const source = {
		src: recordingAddress(file.sha256, desktop !== undefined),
		preload: 'metadata' as const,
		onError: ({ currentTarget }: { currentTarget: HTMLMediaElement }) =>
			setProblem(currentTarget.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'bytes' : 'format'),
	};
	return (
		<section className={styles.player} aria-label={message('recording.player')}>
			{file.mediaType.startsWith('video/') ? (
				<video ref={setElement} className={styles.film} hidden={problem !== null} {...source} />
			) : (
				<audio ref={setElement} {...source} />
			)}
			{problem ? <Unplayable file={file} problem={problem} /> : <Controls file={file} />}
			<div className={styles.tools}>
				{problem ? null : <Speed />}
				{files.length > 1 && (
					<Select
						label={message('pages.file')}
						isLabelHidden
						value={file.sha256}
						onChange={onFile}
						options={files.map(({ sha256, fileName }) => ({ value: sha256, label: fileName }))}
					/>
				)}
				{blocks.some(({ time }) => time) && <FollowButton />}
				<TranscribeButton />
			</div>
		</section>
	);
}

function usePlayerCommands(isEnabled: boolean): void {
	useCommand('recording.play', togglePlaying, isEnabled);
	useCommand('recording.back', () => stepBy(-stepMs), isEnabled);
	useCommand('recording.forward', () => stepBy(stepMs), isEnabled);
	useCommand('recording.slower', () => changeSpeed(-1), isEnabled);
	useCommand('recording.faster', () => changeSpeed(1), isEnabled);
	useCommand('recording.follow', toggleFollowing, isEnabled);
}

function Controls({ file }: { file: HeldFile }) {
	const isPlaying = useRecording((state) => state.isPlaying);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form, and draws a frame
		<div role="group" aria-label={message('recording.controls')} className={styles.controls}>
			<IconButton label={message('command.recording.back')} command="recording.back" onPress={() => stepBy(-stepMs)}>
				<Rewind size={16} />
			</IconButton>
			<IconButton
				label={message(isPlaying ? 'recording.pause' : 'recording.play')}
				command="recording.play"
				variant="primary"
				onPress={togglePlaying}
			>
				{isPlaying ? <Pause size={16} /> : <Play size={16} />}
			</IconButton>
			<IconButton
				label={message('command.recording.forward')}
				command="recording.forward"
				onPress={() => stepBy(stepMs)}
			>
				<FastForward size={16} />
			</IconButton>
			<Position knownMs={file.media?.durationMs ?? 0} />
		</div>
	);
}

function Speed() {
	const speed = useRecording((state) => state.speed);
	return (
		<Select
			label={message('recording.speed')}
			isLabelHidden
			value={String(speed)}
			onChange={(value) => setSpeed(Number(value))}
			options={speeds.map((each) => ({
				value: String(each),
				label: message('recording.speed-times', { speed: formatNumber(each) }),
			}))}
		/>
	);
}

/** Which way the arrow keys move a slider. */
const arrows: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Where it is, of how much; exact for a pointer, and by five seconds at a press of an arrow key. */
function Position({ knownMs }: { knownMs: number }) {
	const currentMs = useRecording((state) => state.currentMs);
	const durationMs = useRecording((state) => state.durationMs) || knownMs;
	const place = message('recording.position', { time: formatTime(currentMs), duration: formatTime(durationMs) });
	function press(event: KeyboardEvent): void {
		const direction = arrows[event.key];
		if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		stepBy(direction * stepMs);
	}

	return (
		<>
			<input
				type="range"
				className={styles.slider}
				aria-label={message('recording.place')}
				aria-valuetext={place}
				min={0}
				max={Math.max(1, durationMs / 1000)}
				step={0.1}
				value={currentMs / 1000}
				onKeyDown={press}
				onChange={({ target }) => seekTo(target.valueAsNumber * 1000)}
			/>
			<span className={styles.time}>{place}</span>
		</>
	);
}

function FollowButton() {
	const isFollowing = useRecording((state) => state.isFollowing);
	return (
		<IconButton
			label={message(isFollowing ? 'recording.following' : 'recording.not-following')}
			command="recording.follow"
			className={isFollowing ? styles.pressed : undefined}
			onPress={toggleFollowing}
		>
			<Captions size={16} />
		</IconButton>
	);
}

function TranscribeButton() {
	const isReadOnly = useIsReadOnly();
	if (isReadOnly) return null;
	return (
		<IconButton
			label={message('command.transcript.write')}
			command="transcript.write"
			onPress={() => runCommand('transcript.write')}
		>
			<PenLine size={16} />
		</IconButton>
	);
}

/** What cannot be played here is kept all the same, and plays elsewhere. */
function Unplayable({ file, problem }: { file: HeldFile; problem: 'format' | 'bytes' }) {
	return (
		<div role="alert" className={styles.problem}>
			<p>
				{message(`recording.problem.${problem}`, { file: file.fileName, type: file.media?.codecs || file.mediaType })}
			</p>
			<Button onPress={() => runCommand('recording.save')}>{message('command.recording.save')}</Button>
		</div>
	);
}
