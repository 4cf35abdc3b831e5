import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';
import { openDialog } from './names-store.ts';

/** Several names, and what can be done with them together. */
export function ChosenNames({ names }: { names: readonly Name[] }) {
	const isReadOnly = useIsReadOnly();
	return (
		<article className={styles.details}>
			<h2 className={styles.title}>{message('names.chosen', { count: names.length })}</h2>
			<ul className={styles.things}>
				{names.map((name) => (
					<li key={name.id} className={styles.line}>
						{nameTitle(name)}
						<Chip>{message(`names.kind.${name.kind}`)}</Chip>
					</li>
				))}
			</ul>
			{isReadOnly ? null : (
				<p className={styles.line}>
					<Button variant="primary" onPress={() => openDialog('merge')}>
						{message('names.merge-chosen')}
					</Button>
					<Button onPress={() => openDialog('remove')}>{message('names.remove')}</Button>
				</p>
			)}
		</article>
	);
}
