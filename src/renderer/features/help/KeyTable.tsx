import { useOwnCommands } from '#renderer/lib/own-commands.ts';
import { keysHere, useChosenKeys } from '#renderer/lib/shortcuts.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import { commandGroups, commandTitleKey, type KeyChord } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './HelpPage.module.css';

/** Every command, with the keys that it has now. */
export function KeyTable() {
	const [chosen] = useChosenKeys();
	const commands = useOwnCommands();
	return (
		<div className={styles.keyGroups}>
			{commandGroups.map((group) => {
				const own = commands.filter((command) => command.group === group);
				return own.length === 0 ? null : (
					<section key={group} className={styles.keyGroup}>
						<h3 className={styles.keyTitle}>{message(`command.group.${group}`)}</h3>
						<dl className={styles.keys}>
							{own.map((command) => (
								<div key={command.id} className={styles.key}>
									<dt>{message(commandTitleKey(command.id))}</dt>
									<KeysOf chords={keysHere(command, chosen)} />
								</div>
							))}
						</dl>
					</section>
				);
			})}
		</div>
	);
}

function KeysOf({ chords }: { chords: readonly KeyChord[] }) {
	if (chords.length === 0) return <dd className={styles.none}>{message('shortcuts.none')}</dd>;
	return chords.map((chord) => (
		<dd key={chord}>
			<Keys chord={chord} />
		</dd>
	));
}
