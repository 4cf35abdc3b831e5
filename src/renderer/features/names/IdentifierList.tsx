import { Copy, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '#renderer/lib/copies.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { Name } from '#shared/domain/name.ts';
import { isSameIdentifier, type NameIdentifier } from '#shared/domain/name-identifier.ts';
import { message } from '#shared/messages/messages.ts';
import { IdentifierEditor } from './IdentifierEditor.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';

interface IdentifierListProps {
	name: Name;
	isReadOnly: boolean;
}

/** What authority files know the name by: text to copy, never a way out of the archive. */
export function IdentifierList({ name, isReadOnly }: IdentifierListProps) {
	const { identifiers } = name;
	const [isAdding, setIsAdding] = useState(false);
	if (isReadOnly && identifiers.length === 0) return null;
	const save = (next: NameIdentifier[]) => updateName(name, { identifiers: next });
	return (
		<section className={styles.part}>
			<h3 className={styles.heading}>{message('names.identifiers')}</h3>
			{identifiers.length === 0 ? null : (
				<ul className={styles.things}>
					{identifiers.map((identifier) => (
						<li key={`${identifier.scheme} ${identifier.value}`} className={styles.identifier}>
							<span className={styles.source}>{message(`names.scheme.${identifier.scheme}`)}</span>
							<span className={styles.value}>{identifier.value}</span>
							<IconButton
								label={message('names.identifiers.copy', { value: identifier.value })}
								onPress={() =>
									void copyText(identifier.value).then(() => showToast(message('names.identifiers.copied')), showError)
								}
							>
								<Copy size={14} />
							</IconButton>
							{isReadOnly ? null : (
								<IconButton
									label={message('list.remove', { item: identifier.value })}
									onPress={() =>
										void save(identifiers.filter((other) => !isSameIdentifier(other, identifier))).catch(showError)
									}
								>
									<X size={14} />
								</IconButton>
							)}
						</li>
					))}
				</ul>
			)}
			{isAdding ? (
				<IdentifierEditor
					known={identifiers}
					onSave={(identifier) => save([...identifiers, identifier]).then(() => setIsAdding(false))}
					onClose={() => setIsAdding(false)}
				/>
			) : isReadOnly ? null : (
				<div>
					<Button variant="quiet" onPress={() => setIsAdding(true)}>
						<Plus size={14} aria-hidden />
						{message('names.identifiers.add')}
					</Button>
				</div>
			)}
		</section>
	);
}
