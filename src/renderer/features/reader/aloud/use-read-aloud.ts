import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnnotatedText, focusedOrdinal } from '#renderer/features/annotations/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { setProfile, useProfile } from '#renderer/lib/profile.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import { useEdition } from '../blocks/edition-context.ts';
import { startOfText } from '../reader-store.ts';
import { placeAtTop } from '../text/place-on-page.ts';
import { type AloudReader, type AloudState, createAloudReader } from './aloud-reader.ts';
import { useAloudSettings } from './aloud-settings.ts';
import { isSeen } from './sentence-in-sight.ts';
import { spokenText } from './spoken-text.ts';
import { createSystemSpeaker } from './system-speaker.ts';
import { systemVoices } from './system-voices.ts';
import { voiceFor } from './voices.ts';

/** Where the reading of a record was left off: kept on this device, never in the archive. */
interface LeftPlace extends TextPoint {
	editionId: EditionId;
}

export interface ReadingAloud {
	/** Null while nothing is read aloud. */
	state: AloudState | null;
	reader: AloudReader;
	/** Begins, pauses, or goes on. */
	toggle(): void;
	stop(): void;
}

/** Reads the open text aloud with the voices of this machine. It ends when the text is left. */
export function useReadAloud(text: AnnotatedText, archiveId: string): ReadingAloud {
	const { language, notes } = useEdition();
	const { recordId, editionId, blocks } = text;
	const [state, setState] = useState<AloudState | null>(null);
	const key = `reader.aloud.${archiveId}.${recordId}`;
	const [left] = useProfile<LeftPlace | null>(key, null);
	const settings = useLatestSettings();
	const latest = useRef(state);
	latest.current = state;

	const reader = useMemo(
		() =>
			createAloudReader({
				text: spokenText(blocks, language, notes),
				speaker: createSystemSpeaker({
					synthesis: window.speechSynthesis,
					utter: (words) => new SpeechSynthesisUtterance(words),
					rate: () => settings.current.rate,
					after(ms, run) {
						const timer = setTimeout(run, ms);
						return () => clearTimeout(timer);
					},
				}),
				voiceFor: (of) => voiceFor(of || activeLocale(), systemVoices(), settings.current.voices),
				onChange: setState,
			}),
		[blocks, language, notes, settings],
	);

	useEffect(() => {
		const leave = () => {
			if (!latest.current) return;
			reader.pause();
			keepPlace(key, editionId, latest.current);
		};
		window.addEventListener('pagehide', leave);
		return () => {
			window.removeEventListener('pagehide', leave);
			leave();
		};
	}, [reader, key, editionId]);

	return {
		state,
		reader,
		toggle() {
			if (!state) {
				// Where only the pages are shown, the text that is followed comes in their place.
				if (text.root.closest('[inert]')) runCommand('page.view');
				reader.start(placeToStart(text, left));
			} else if (state.phase === 'reading') {
				reader.pause();
				keepPlace(key, editionId, state);
			} else reader.resume();
		},
		stop() {
			reader.pause();
			if (state) keepPlace(key, editionId, state);
			setState(null);
		},
	};
}

/** Asked for with every sentence, so that a change holds from then on. */
function useLatestSettings() {
	const [settings] = useAloudSettings();
	const latest = useRef(settings);
	latest.current = settings;
	return latest;
}

function keepPlace(key: string, editionId: EditionId, { sentence, phase }: AloudState): void {
	const place = sentence && phase !== 'ended' ? { editionId, ordinal: sentence.ordinal, offset: sentence.start } : null;
	setProfile(key, place satisfies LeftPlace | null);
}

/** What is chosen in sight; else where the reading was left off, if that is in sight; else the top of the page. */
function placeToStart(text: AnnotatedText, left: LeftPlace | null): TextPoint {
	const { root, dom, editionId } = text;
	const selection = document.getSelection();
	const selected = selection && !selection.isCollapsed ? dom.coveredBy(selection.getRangeAt(0)) : null;
	if (selected) return selected.start;
	const focused = focusedOrdinal(text);
	if (focused !== null && isPlaceSeen(text, { ordinal: focused, offset: 0 })) return { ordinal: focused, offset: 0 };
	if (left?.editionId === editionId && isPlaceSeen(text, left)) return left;
	return root.scrollTop < 1 ? startOfText : (placeAtTop(root, dom, 'line') ?? startOfText);
}

function isPlaceSeen(text: AnnotatedText, { ordinal, offset }: TextPoint): boolean {
	return isSeen(text, { ordinal, start: offset, end: offset + 1 });
}
