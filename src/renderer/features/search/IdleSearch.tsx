import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import styles from './SearchPage.module.css';

const tips: readonly MessageKey[] = [
	'search.idle.tip-phrase',
	'search.idle.tip-without',
	'search.idle.tip-prefix',
	'search.idle.tip-operators',
	'search.idle.tip-keys',
];

/** Before anything is asked: what can be. */
export function IdleSearch() {
	return (
		<EmptyState title={message('search.idle.title')} text={message('search.idle.text')}>
			<ul className={styles.tips}>
				{tips.map((tip) => (
					<li key={tip}>{message(tip)}</li>
				))}
			</ul>
			<Button onPress={() => runCommand('search.list')}>{message('command.search.list')}</Button>
		</EmptyState>
	);
}
