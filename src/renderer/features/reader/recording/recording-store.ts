import { create } from 'zustand';

/** Speeds of speech, from that of who writes down to that of who looks for a place. */
export const speeds: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2];
/** How far back and forward one press goes. */
export const stepMs = 5000;

interface RecordingState {
	/** The player of the page; null where nothing is to be played. */
	element: HTMLMediaElement | null;
	isPlaying: boolean;
	currentMs: number;
	/** 0 until it is known. */
	durationMs: number;
	/** Where it is to begin, once it can: what was asked for before it could be played. */
	wantedMs: number | null;
	speed: number;
	/** Whether the text moves along with what is spoken. */
	isFollowing: boolean;
}

const nothingPlayed = { element: null, isPlaying: false, currentMs: 0, durationMs: 0, wantedMs: null };

/** What this window is playing. Speed and following stay from one recording to the next. */
export const useRecording = create<RecordingState>(() => ({ ...nothingPlayed, speed: 1, isFollowing: true }));

/** Connects a player for as long as it is shown; gives the function that lets it go. */
export function connectPlayer(element: HTMLMediaElement): () => void {
	const tell = () =>
		useRecording.setState({
			isPlaying: !element.paused && !element.ended,
			currentMs: Math.round(element.currentTime * 1000),
			durationMs: Number.isFinite(element.duration) ? Math.round(element.duration * 1000) : 0,
		});
	const ready = () => {
		element.playbackRate = useRecording.getState().speed;
		const { wantedMs } = useRecording.getState();
		if (wantedMs !== null) element.currentTime = wantedMs / 1000;
		useRecording.setState({ wantedMs: null });
		tell();
	};
	const told = ['play', 'pause', 'ended', 'seeked', 'timeupdate', 'durationchange'] as const;
	for (const event of told) element.addEventListener(event, tell);
	element.addEventListener('loadedmetadata', ready);
	useRecording.setState((before) => ({ ...nothingPlayed, wantedMs: before.wantedMs, element }));
	return () => {
		for (const event of told) element.removeEventListener(event, tell);
		element.removeEventListener('loadedmetadata', ready);
		useRecording.setState(nothingPlayed);
	};
}

export function togglePlaying(): void {
	const { element } = useRecording.getState();
	if (element?.paused) play(element);
	else element?.pause();
}

/** Goes to a place without beginning to play. */
export function seekTo(ms: number): void {
	const { element, durationMs } = useRecording.getState();
	if (!element || element.readyState === 0) {
		useRecording.setState({ wantedMs: ms });
		return;
	}
	const latest = durationMs > 0 ? durationMs : ms;
	element.currentTime = Math.min(Math.max(0, ms), latest) / 1000;
	useRecording.setState({ currentMs: Math.min(Math.max(0, ms), latest) });
}

export function playFrom(ms: number): void {
	seekTo(ms);
	const { element } = useRecording.getState();
	if (element) play(element);
}

export function stepBy(ms: number): void {
	seekTo(useRecording.getState().currentMs + ms);
}

export function setSpeed(speed: number): void {
	const { element } = useRecording.getState();
	if (element) element.playbackRate = speed;
	useRecording.setState({ speed });
}

/** The next speed up or down. */
export function changeSpeed(by: 1 | -1): void {
	const at = speeds.indexOf(useRecording.getState().speed) + by;
	const speed = speeds[at];
	if (speed !== undefined) setSpeed(speed);
}

export function toggleFollowing(): void {
	useRecording.setState(({ isFollowing }) => ({ isFollowing: !isFollowing }));
}

/** What cannot be played is told by the player itself, and a press that comes before the last is done is nothing. */
function play(element: HTMLMediaElement): void {
	element.play().catch(() => undefined);
}
