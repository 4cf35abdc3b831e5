import { useEffect, useRef, useState } from 'react';
import { isFreeHere, pressedChord, useKeyRecording } from '#renderer/lib/shortcuts.ts';
import type { KeyChord } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ShortcutSheet.module.css';

/** Waits for the next keys and tells them; null when somebody rather leaves it as it is (Escape, Tab, a click elsewhere). */
export function KeyRecorder({ onPressed }: { onPressed(chord: KeyChord | null): void }) {
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
		<span ref={place} role="status" tabIndex={-1} className={styles.recorder} onBlur={() => tell.current(null)}>
			{message(isRefused ? 'shortcuts.refused' : 'shortcuts.press')}
		</span>
	);
}
