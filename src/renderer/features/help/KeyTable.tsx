import { useOwnCommands } from '#renderer/lib/own-commands.ts';
import { keysHere, useChosenKeys } from '#renderer/lib/shortcuts.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import { commandGroups, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './HelpPage.module.css';

/** Every command that has keys, with those that it has now. */
export function KeyTable() {
	const [chosen] = useChosenKeys();
	const commands = useOwnCommands().filter((command) => keysHere(command, chosen).length > 0);
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
									{keysHere(command, chosen).map((chord) => (
										<dd key={chord}>
											<Keys chord={chord} />
										</dd>
									))}
								</div>
							))}
						</dl>
					</section>
				);
			})}
		</div>
	);
}
