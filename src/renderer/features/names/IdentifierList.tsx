import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { FactList } from './FactList.tsx';
import { IdentifierEditor } from './IdentifierEditor.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';

/** What authority files know the name by: text to copy, never a way out of the archive. */
export function IdentifierList({ name, isReadOnly }: { name: Name; isReadOnly: boolean }) {
	const { identifiers } = name;
	return (
		<FactList
			title={message('names.identifiers')}
			facts={identifiers}
			isReadOnly={isReadOnly}
			textOf={({ value }) => value}
			keyOf={({ scheme, value }) => `${scheme} ${value}`}
			copiedText={message('names.identifiers.copied')}
			addText={message('names.identifiers.add')}
			onSave={(next) => updateName(name, { identifiers: next })}
			editor={(onSave, onClose) => <IdentifierEditor known={identifiers} onSave={onSave} onClose={onClose} />}
		>
			{({ scheme, value }) => (
				<>
					<span className={styles.source}>{message(`names.scheme.${scheme}`)}</span>
					<span className={styles.value}>{value}</span>
				</>
			)}
		</FactList>
	);
}
