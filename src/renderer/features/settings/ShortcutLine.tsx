import { RotateCcw } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { keysHere } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { type ChosenKeys, chooseKey, commandOfChord, restoreKeys } from '#shared/api/chosen-keys.ts';
import { type Command, commandTitleKey, isCharacterChord, type KeyChord, parseChord } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './ShortcutSheet.module.css';

interface ShortcutLineProps {
	command: Command;
	chosen: ChosenKeys;
	onChoose(chosen: ChosenKeys): void;
}

/** One command with its keys, which are the button to change them. */
export function ShortcutLine({ command, chosen, onChoose }: ShortcutLineProps) {
	const [isRecording, setRecording] = useState(false);
	const [wanted, setWanted] = useState<{ chord: KeyChord; owner: Command } | null>(null);
	const title = message(commandTitleKey(command.id));
	const line = useRef<HTMLLIElement>(null);
	const [endings, setEndings] = useState(0);
	// Whatever was asked has gone with its buttons: the keyboard stands at the keys again, and these are heard.
	useEffect(() => {
		if (endings > 0) line.current?.querySelector('button')?.focus();
	}, [endings]);
	function end(): void {
		setRecording(false);
		setWanted(null);
		setEndings((before) => before + 1);
	}
	function take(chord: KeyChord): void {
		onChoose(chooseKey(chosen, command.id, chord));
		end();
	}
	function propose(chord: KeyChord | null): void {
		const owner = chord === null ? null : commandOfChord(chord, chosen);
		if (chord === null || owner?.id === command.id) end();
		else if (!owner) take(chord);
		else {
			setRecording(false);
			setWanted({ chord, owner });
		}
	}
	return (
		<li ref={line} className={styles.line}>
			<span className={styles.command}>{title}</span>
			{isRecording ? (
				<KeyRecorder onPressed={propose} onLeft={() => setRecording(false)} />
			) : (
				<Button variant="quiet" className={styles.change} onPress={() => setRecording(true)}>
					<span className="visually-hidden">{message('shortcuts.change', { command: title })}</span>
					<KeysOf chords={keysHere(command, chosen)} />
				</Button>
			)}
			{chosen[command.id] ? (
				<IconButton
					label={message('shortcuts.restore', { command: title })}
					onPress={() => {
						onChoose(restoreKeys(chosen, command.id));
						end();
					}}
				>
					<RotateCcw size={14} />
				</IconButton>
			) : null}
			{wanted ? (
				<div role="alert" className={styles.wanted}>
					<span>{message('shortcuts.taken', { command: message(commandTitleKey(wanted.owner.id)) })}</span>
					<Button variant="primary" autoFocus onPress={() => take(wanted.chord)}>
						{message('shortcuts.take')}
					</Button>
					<Button onPress={end}>{message('dialog.cancel')}</Button>
				</div>
			) : null}
		</li>
	);
}

function KeysOf({ chords }: { chords: readonly KeyChord[] }) {
	const [areCharactersOn] = useCharacterKeys();
	if (chords.length === 0) return <span className={styles.none}>{message('shortcuts.none')}</span>;
	return chords.map((chord, index) => (
		<Fragment key={chord}>
			{index > 0 ? message('shortcuts.or') : null}
			<Keys chord={chord} />
			{!areCharactersOn && isCharacterChord(parseChord(chord)) ? message('shortcuts.off') : null}
		</Fragment>
	));
}
