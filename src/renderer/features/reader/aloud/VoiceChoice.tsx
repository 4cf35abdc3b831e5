import { useMemo } from 'react';
import { languageName } from '#renderer/lib/language-name.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { activeLocale, message } from '#shared/messages/messages.ts';
import styles from './AloudBar.module.css';
import { useAloudSettings } from './aloud-settings.ts';
import { useSystemVoices } from './system-voices.ts';
import { primaryLanguage, sortVoices, speaks, voiceFor } from './voices.ts';

const bySystem = '';

/** Which voice of this machine reads a language: those that speak it first, and any other after them. */
export function VoiceChoice({ language }: { language: string }) {
	const voices = useSystemVoices();
	const [{ voices: chosen }, { chooseVoice }] = useAloudSettings();
	// A text whose language is not known is read as one in the interface's.
	const spoken = language || activeLocale();
	const sorted = useMemo(() => sortVoices(voices, spoken), [voices, spoken]);
	const first = voiceFor(spoken, voices, {});
	const isThere = (uri: string | undefined) => voices.some(({ voiceURI }) => voiceURI === uri);
	const own = chosen[primaryLanguage(spoken)];
	const options = [
		{
			value: bySystem,
			label: first ? message('aloud.voice.first', { name: first.name }) : message('aloud.voice.none'),
		},
		...sorted.map((voice) => ({
			value: voice.voiceURI,
			label: speaks(voice, spoken)
				? voice.name
				: message('aloud.voice.other', { language: languageName(voice.lang), name: voice.name }),
		})),
	];
	return (
		<div className={styles.choice}>
			<Select
				label={message('aloud.voice-for', { language: languageName(spoken) })}
				value={own !== undefined && isThere(own) ? own : bySystem}
				onChange={(uri) => chooseVoice(spoken, uri === bySystem ? null : uri)}
				options={options}
			/>
			<p>{message('aloud.local-only')}</p>
		</div>
	);
}
