import { useEffect, useRef, useState } from 'react';
import { isFreeHere, pressedChord, useKeyRecording } from '#renderer/lib/shortcuts.ts';
import type { KeyChord } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ShortcutSheet.module.css';

interface KeyRecorderProps {
	/** Null when somebody rather leaves it as it is: Escape, and Tab, which goes on from there. */
	onPressed(chord: KeyChord | null): void;
	/** The focus went elsewhere. */
	onLeft(): void;
}

/** Waits for the next keys and tells them. */
export function KeyRecorder({ onPressed, onLeft }: KeyRecorderProps) {
	const place = useRef<HTMLSpanElement>(null);
	const [isRefused, setRefused] = useState(false);
	const tell = useRef(onPressed);
	useEffect(() => {
		tell.current = onPressed;
	});
	useEffect(() => {
		useKeyRecording.setState({ isOn: true });
		const press = (event: KeyboardEvent) => {
			const isLeft = event.key === 'Tab';
			if (!isLeft) event.preventDefault();
			event.stopPropagation();
			if (isLeft || event.key === 'Escape') return tell.current(null);
			const chord = pressedChord(event);
			if (chord === null) return;
			if (isFreeHere(chord)) tell.current(chord);
			else setRefused(true);
		};
		place.current?.focus();
		window.addEventListener('keydown', press, { capture: true });
		return () => {
			useKeyRecording.setState({ isOn: false });
			window.removeEventListener('keydown', press, { capture: true });
		};
	}, []);
	return (
		<span ref={place} role="status" tabIndex={-1} className={styles.recorder} onBlur={onLeft}>
			{message(isRefused ? 'shortcuts.refused' : 'shortcuts.press')}
		</span>
	);
}
