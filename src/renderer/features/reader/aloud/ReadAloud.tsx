import { useEffect, useRef } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { citedNumber } from '#shared/domain/block.ts';
import { useEdition } from '../blocks/edition-context.ts';
import { AloudBar } from './AloudBar.tsx';
import { useAloudSettings } from './aloud-settings.ts';
import { useOpenLanguage } from './open-language.ts';
import { bringIntoSight } from './sentence-in-sight.ts';
import { useSystemVoices } from './system-voices.ts';
import { useFollowing } from './use-following.ts';
import { type ReadingAloud, useReadAloud } from './use-read-aloud.ts';

interface ReadAloudProps {
	text: AnnotatedText;
	archiveId: string;
	draw(ordinal: number): void;
}

/** Reads the text aloud when asked to, with a bar over its lower edge. */
export function ReadAloud({ text, archiveId, draw }: ReadAloudProps) {
	const aloud = useReadAloud(text, archiveId);
	const { language } = useEdition();
	useCommand('aloud.toggle', aloud.toggle);
	useEffect(() => {
		useOpenLanguage.setState({ language });
		return () => useOpenLanguage.setState({ language: '' });
	}, [language]);
	return aloud.state && <OpenAloud aloud={aloud} text={text} draw={draw} state={aloud.state} />;
}

interface OpenAloudProps extends Omit<ReadAloudProps, 'archiveId'> {
	aloud: ReadingAloud;
	state: NonNullable<ReadingAloud['state']>;
}

/** Only while it is open are the voices of the system asked for. */
function OpenAloud({ aloud, text, draw, state }: OpenAloudProps) {
	const { sentence } = state;
	useFollowing(text, draw, sentence);
	useRestarting(aloud, state);
	return (
		<AloudBar
			aloud={aloud}
			state={state}
			number={sentence && citedNumber(text.blocks, sentence.ordinal)}
			onShow={() => sentence && bringIntoSight({ ...text, draw }, sentence)}
			onClosed={() => {
				const passage = sentence && text.dom.elementOf(sentence.ordinal);
				(passage ?? text.root).focus({ preventScroll: true });
			}}
		/>
	);
}

/** Says the sentence anew with another voice or pace, and where its voice was not known yet. */
function useRestarting({ reader }: ReadingAloud, { obstacle }: OpenAloudProps['state']): void {
	const voices = useSystemVoices();
	const [{ rate, voices: chosen }] = useAloudSettings();
	const settings = `${rate} ${JSON.stringify(chosen)}`;
	const known = useRef({ voices, settings });
	useEffect(() => {
		const isNew = known.current.settings !== settings;
		const mayHaveVoice = known.current.voices !== voices && obstacle?.kind === 'no-voice';
		known.current = { voices, settings };
		if (isNew || mayHaveVoice) reader.restart();
	}, [reader, voices, settings, obstacle]);
}
