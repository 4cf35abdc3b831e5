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

/** Of a chord in its line, by which its button is found again. */
interface Place {
	index: number;
	/** What stands there; '' where there is none yet. */
	chord: KeyChord;
}

interface ShortcutLineProps {
	command: Command;
	chosen: ChosenKeys;
	onChoose(chosen: ChosenKeys): void;
}

/** One command with its keys: each chord is a button to change it, beside one that takes it away. */
export function ShortcutLine({ command, chosen, onChoose }: ShortcutLineProps) {
	/** Which chord is to be changed; the empty one where there is none yet. */
	const [recorded, setRecorded] = useState<KeyChord | null>(null);
	const [wanted, setWanted] = useState<{ chord: KeyChord; place: Place; owner: Command } | null>(null);
	const title = message(commandTitleKey(command.id));
	const line = useRef<HTMLLIElement>(null);
	/** Where the keyboard was, told anew with each ending. */
	const [ended, setEnded] = useState<{ index: number } | null>(null);
	// Whatever was asked has gone with its buttons: the keyboard stands at the same keys again, and these are heard.
	useEffect(() => {
		const buttons = [...(line.current?.querySelectorAll<HTMLElement>('[data-chord]') ?? [])];
		if (ended) (buttons[ended.index] ?? buttons.at(-1))?.focus();
	}, [ended]);
	function end(index: number): void {
		setRecorded(null);
		setWanted(null);
		setEnded({ index });
	}
	function endWith(next: ChosenKeys, index: number): void {
		onChoose(next);
		end(index);
	}
	function propose(chord: KeyChord | null, place: Place): void {
		const owner = chord === null ? null : commandOfChord(chord, chosen);
		if (chord === null || owner?.id === command.id) end(place.index);
		else if (!owner) endWith(chooseKey(chosen, command.id, chord, place.chord), place.index);
		else {
			setRecorded(null);
			setWanted({ chord, place, owner });
		}
	}
	const chords = keysHere(command, chosen);
	// One that was taken away can be given again, without what was chosen for the other.
	const hasRoom = chords.length < Math.max(1, keysHere(command, {}).length);
	return (
		<li ref={line} className={styles.line}>
			<span className={styles.command}>{title}</span>
			{(hasRoom ? [...chords, ''] : chords).map((chord, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: another chord in the same place keeps its button, which has the focus
				<Fragment key={index}>
					{index > 0 ? <span className={styles.or}>{message('shortcuts.or')}</span> : null}
					{recorded === chord ? (
						<KeyRecorder onPressed={(pressed) => propose(pressed, { index, chord })} onLeft={() => setRecorded(null)} />
					) : (
						<span className={styles.chord}>
							<Button variant="quiet" data-chord="" className={styles.change} onPress={() => setRecorded(chord)}>
								<span className="visually-hidden">{message('shortcuts.change', { command: title })}</span>
								<ChordWords chord={chord} />
							</Button>
							{chord ? (
								<IconButton
									label={message('shortcuts.remove', { command: title, keys: keyWords(chord) })}
									className={styles.remove}
									onPress={() => endWith(removeKey(chosen, command.id, chord), index)}
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
					onPress={() => endWith(restoreKeys(chosen, command.id), 0)}
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
						onPress={() => endWith(chooseKey(chosen, command.id, wanted.chord, wanted.place.chord), wanted.place.index)}
					>
						{message('shortcuts.take')}
					</Button>
					<Button onPress={() => end(wanted.place.index)}>{message('dialog.cancel')}</Button>
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
