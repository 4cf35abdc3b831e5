import { useRef, useState } from 'react';
import { commandTexts } from '#renderer/lib/command-texts.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { useOwnCommands } from '#renderer/lib/own-commands.ts';
import { useChosenKeys } from '#renderer/lib/shortcuts.ts';
import { comparedWords, scoreText } from '#renderer/lib/word-score.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type Command, commandGroups } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { ShortcutLine } from './ShortcutLine.tsx';
import styles from './ShortcutSheet.module.css';

/** Every command with its keys, to be looked up and changed; answers `help.shortcuts`. */
export function ShortcutSheet() {
	const [isOpen, setIsOpen] = useState(false);
	useCommand('help.shortcuts', () => setIsOpen(true));
	return (
		<Dialog title={message('command.help.shortcuts')} isOpen={isOpen} onClose={() => setIsOpen(false)} size="wide">
			<Sheet />
		</Dialog>
	);
}

function Sheet() {
	const [chosen, setChosen] = useChosenKeys();
	const [words, setWords] = useState('');
	const field = useRef<HTMLInputElement>(null);
	const found = commandsFor(words, useOwnCommands());
	return (
		<>
			<div className={styles.head}>
				<TextField inputRef={field} label={message('shortcuts.find')} value={words} onChange={setWords} />
				{Object.keys(chosen).length > 0 ? (
					<Button
						onPress={() => {
							setChosen({});
							field.current?.focus();
						}}
					>
						{message('shortcuts.restore-all')}
					</Button>
				) : null}
			</div>
			<p className={styles.note}>{message('shortcuts.text')}</p>
			<p role="status" className={styles.note}>
				{found.length === 0 ? message('shortcuts.nothing') : ''}
			</p>
			<div className={styles.groups}>
				{commandGroups.map((group) => {
					const commands = found.filter((command) => command.group === group);
					return commands.length > 0 ? (
						<section key={group} className={styles.group}>
							<h3 className={styles.title}>{message(`command.group.${group}`)}</h3>
							<ul className={styles.list}>
								{commands.map((command) => (
									<ShortcutLine key={command.id} command={command} chosen={chosen} onChoose={setChosen} />
								))}
							</ul>
						</section>
					) : null;
				})}
			</div>
		</>
	);
}

function commandsFor(words: string, ownCommands: readonly Command[]): readonly Command[] {
	const typed = comparedWords(words);
	if (typed.length === 0) return ownCommands;
	return ownCommands.filter(({ id }) => {
		const { titles, words } = commandTexts(id);
		return [...titles, ...words].some((text) => scoreText(typed, comparedWords(text)) > 0);
	});
}
