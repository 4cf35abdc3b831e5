import { Fragment, useState } from 'react';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import {
	allCommands,
	type Command,
	commandGroups,
	commandTitleKey,
	isCharacterChord,
	parseChord,
} from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ShortcutSheet.module.css';

/** All keys there are, from the one list of commands; answers `help.shortcuts`. */
export function ShortcutSheet() {
	const [isOpen, setIsOpen] = useState(false);
	useCommand('help.shortcuts', () => setIsOpen(true));
	return (
		<Dialog title={message('command.help.shortcuts')} isOpen={isOpen} onClose={() => setIsOpen(false)} size="wide">
			<div className={styles.groups}>
				{commandGroups.map((group) => {
					const commands = allCommands.filter((command) => command.group === group && command.keys.length > 0);
					return commands.length > 0 ? (
						<section key={group} className={styles.group}>
							<h3 className={styles.title}>{message(`command.group.${group}`)}</h3>
							<dl className={styles.list}>
								{commands.map((command) => (
									<ShortcutLine key={command.id} command={command} />
								))}
							</dl>
						</section>
					) : null;
				})}
			</div>
		</Dialog>
	);
}

function ShortcutLine({ command: { id, keys } }: { command: Command }) {
	const [areCharactersOn] = useCharacterKeys();
	return (
		<>
			<dt>{message(commandTitleKey(id))}</dt>
			<dd className={styles.keys}>
				{keys.map((chord, index) => (
					<Fragment key={chord}>
						{index > 0 ? message('shortcuts.or') : null}
						<Keys chord={chord} />
						{!areCharactersOn && isCharacterChord(parseChord(chord)) ? message('shortcuts.off') : null}
					</Fragment>
				))}
			</dd>
		</>
	);
}
