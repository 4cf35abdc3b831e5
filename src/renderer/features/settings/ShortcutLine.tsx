import { RotateCcw, X } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { keysHere, keyWords } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { type ChosenKeys, chooseKey, commandOfChord, removeKey, restoreKeys } from '#shared/api/chosen-keys.ts';
import { type Command, commandTitleKey, isCharacterChord, type KeyChord, parseChord } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './ShortcutSheet.module.css';

interface ShortcutLineProps {
	command: Command;
	chosen: ChosenKeys;
	onChoose(chosen: ChosenKeys): void;
}

/** One command with its keys: each chord is a button to change it, beside one that takes it away. */
export function ShortcutLine({ command, chosen, onChoose }: ShortcutLineProps) {
	/** Which chord is to be changed; the empty one where there is none yet. */
	const [recorded, setRecorded] = useState<KeyChord | null>(null);
	const [wanted, setWanted] = useState<{ chord: KeyChord; instead: KeyChord; owner: Command } | null>(null);
	const title = message(commandTitleKey(command.id));
	const line = useRef<HTMLLIElement>(null);
	const [endings, setEndings] = useState(0);
	// Whatever was asked has gone with its buttons: the keyboard stands at the keys again, and these are heard.
	useEffect(() => {
		if (endings > 0) line.current?.querySelector('button')?.focus();
	}, [endings]);
	function end(): void {
		setRecorded(null);
		setWanted(null);
		setEndings((before) => before + 1);
	}
	function endWith(next: ChosenKeys): void {
		onChoose(next);
		end();
	}
	function propose(chord: KeyChord | null, instead: KeyChord): void {
		const owner = chord === null ? null : commandOfChord(chord, chosen);
		if (chord === null || owner?.id === command.id) end();
		else if (!owner) endWith(chooseKey(chosen, command.id, chord, instead));
		else {
			setRecorded(null);
			setWanted({ chord, instead, owner });
		}
	}
	const chords = keysHere(command, chosen);
	return (
		<li ref={line} className={styles.line}>
			<span className={styles.command}>{title}</span>
			{(chords.length > 0 ? chords : ['']).map((chord, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: another chord in the same place keeps its button, which has the focus
				<Fragment key={index}>
					{index > 0 ? <span className={styles.or}>{message('shortcuts.or')}</span> : null}
					{recorded === chord ? (
						<KeyRecorder onPressed={(pressed) => propose(pressed, chord)} onLeft={() => setRecorded(null)} />
					) : (
						<span className={styles.chord}>
							<Button variant="quiet" className={styles.change} onPress={() => setRecorded(chord)}>
								<span className="visually-hidden">{message('shortcuts.change', { command: title })}</span>
								<ChordWords chord={chord} />
							</Button>
							{chord ? (
								<IconButton
									label={message('shortcuts.remove', { command: title, keys: keyWords(chord) })}
									className={styles.remove}
									onPress={() => endWith(removeKey(chosen, command.id, chord))}
								>
									<X size={12} />
								</IconButton>
							) : null}
						</span>
					)}
				</Fragment>
			))}
			{chosen[command.id] ? (
				<IconButton
					label={message('shortcuts.restore', { command: title })}
					onPress={() => endWith(restoreKeys(chosen, command.id))}
				>
					<RotateCcw size={14} />
				</IconButton>
			) : null}
			{wanted ? (
				<div role="alert" className={styles.wanted}>
					<span>{message('shortcuts.taken', { command: message(commandTitleKey(wanted.owner.id)) })}</span>
					<Button
						variant="primary"
						autoFocus
						onPress={() => endWith(chooseKey(chosen, command.id, wanted.chord, wanted.instead))}
					>
						{message('shortcuts.take')}
					</Button>
					<Button onPress={end}>{message('dialog.cancel')}</Button>
				</div>
			) : null}
		</li>
	);
}

function ChordWords({ chord }: { chord: KeyChord }) {
	const [areCharactersOn] = useCharacterKeys();
	if (!chord) return <span className={styles.none}>{message('shortcuts.none')}</span>;
	return (
		<>
			<Keys chord={chord} />
			{!areCharactersOn && isCharacterChord(parseChord(chord)) ? message('shortcuts.off') : null}
		</>
	);
}
