import { useEffect } from 'react';
import { create } from 'zustand';
import { useCommand } from '#renderer/lib/commands.ts';

/** Whether nothing but the text is shown: no bars, no panes. */
export const useQuietReading = create<{ isOn: boolean }>(() => ({ isOn: false }));

export function leaveQuietReading(): void {
	useQuietReading.setState({ isOn: false });
}

/** Answers the command for as long as a text is read; Escape and leaving the text end it too. */
export function useQuietReadingCommand(): void {
	const isOn = useQuietReading((quiet) => quiet.isOn);
	useCommand('reading.quiet', () => useQuietReading.setState({ isOn: !isOn }));
	useEffect(() => leaveQuietReading, []);
	useEffect(() => {
		if (!isOn) return;
		const press = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || hasFirstClaim(event.target)) return;
			event.preventDefault();
			event.stopPropagation();
			leaveQuietReading();
		};
		// While it goes down: a text that was opened from a search would go back to its results.
		window.addEventListener('keydown', press, { capture: true });
		return () => window.removeEventListener('keydown', press, { capture: true });
	}, [isOn]);
}

/** What stands over the page, a field, and a selection are left first. */
function hasFirstClaim(target: EventTarget | null): boolean {
	const isInOther = target instanceof Element && target.closest('[role=dialog],[role=menu],input,textarea') !== null;
	return isInOther || document.querySelector('[role=dialog],[role=menu]') !== null || !isNothingSelected();
}

function isNothingSelected(): boolean {
	return document.getSelection()?.isCollapsed !== false;
}
