import { desktop } from '#renderer/lib/desktop.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { activeLocale, type MessageKey, message } from '#shared/messages/messages.ts';
import styles from './AloudBar.module.css';
import type { AloudState } from './aloud-reader.ts';
import { useSystemVoices } from './system-voices.ts';

interface AloudObstacleProps {
	state: AloudState;
	onSkip(): void;
}

/** Why nothing is read, with the way out; nothing while all is well. */
export function AloudObstacle({ state: { phase, sentence, obstacle }, onSkip }: AloudObstacleProps) {
	const voices = useSystemVoices();
	const words = obstacle ? wordsOf(obstacle.kind) : phase === 'ended' ? 'aloud.ended' : null;
	const language = languageName(sentence?.language || activeLocale());
	const hasNoVoice = obstacle?.kind === 'no-voice';
	return (
		<div role="status">
			{words && (
				<div className={styles.obstacle}>
					<p>{hasNoVoice && voices.length > 0 ? message('aloud.no-voice', { language }) : message(words)}</p>
					{hasNoVoice && <p>{message(wayOut())}</p>}
					{hasNoVoice && <p>{message('aloud.local-only')}</p>}
					{hasNoVoice && voices.length > 0 && (
						<p>
							<Button onPress={onSkip}>{message('aloud.skip')}</Button>
						</p>
					)}
				</div>
			)}
		</div>
	);
}

function wordsOf(kind: NonNullable<AloudState['obstacle']>['kind']) {
	return kind === 'no-voice' ? 'aloud.no-voices' : kind === 'silent' ? 'aloud.silent' : 'aloud.failed';
}

/** How this system comes by voices. */
function wayOut(): MessageKey & `aloud.way.${string}` {
	const { userAgent } = navigator;
	if (/Android/.test(userAgent)) return 'aloud.way.android';
	if (/Windows/.test(userAgent)) return 'aloud.way.windows';
	if (/Mac OS X/.test(userAgent)) return 'aloud.way.mac';
	// Chromium on Linux asks the system for voices only when it is told to; the desktop app tells it.
	const isChromium = !desktop && /Chrome/.test(userAgent);
	return isChromium ? 'aloud.way.linux-chromium' : 'aloud.way.linux';
}
