import { Copy, Plus, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { copyText } from '#renderer/lib/copies.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';

interface FactListProps<T> {
	title: string;
	facts: readonly T[];
	isReadOnly: boolean;
	/** What is copied of one. */
	textOf(fact: T): string;
	/** Unlike for any two of them. */
	keyOf(fact: T): string;
	copiedText: string;
	addText: string;
	/** What one says. */
	children(fact: T): ReactNode;
	onSave(facts: T[]): Promise<unknown>;
	editor(onSave: (fact: T) => Promise<unknown>, onClose: () => void): ReactNode;
}

/** Facts about a name that are text to copy, and are added and taken away one by one. */
export function FactList<T>(props: FactListProps<T>) {
	const { title, facts, isReadOnly, textOf, keyOf, copiedText, addText, children, onSave, editor } = props;
	const [isAdding, setIsAdding] = useState(false);
	const adding = useFocusAfterwards(isAdding, facts.length);
	if (isReadOnly && facts.length === 0) return null;
	const close = () => setIsAdding(false);
	return (
		<section className={inspector.part}>
			<h3 className={inspector.heading}>{title}</h3>
			{facts.length === 0 ? null : (
				<ul className={styles.things} aria-label={title}>
					{facts.map((fact) => (
						<li key={keyOf(fact)} className={styles.identifier}>
							{children(fact)}
							<IconButton
								label={message('names.identifiers.copy', { value: textOf(fact) })}
								onPress={() => void copyText(textOf(fact)).then(() => showToast(copiedText), showError)}
							>
								<Copy size={14} />
							</IconButton>
							{isReadOnly ? null : (
								<IconButton
									label={message('list.remove', { item: textOf(fact) })}
									onPress={() => void onSave(facts.filter((other) => other !== fact)).catch(showError)}
								>
									<X size={14} />
								</IconButton>
							)}
						</li>
					))}
				</ul>
			)}
			{isAdding ? (
				editor((fact) => onSave([...facts, fact]).then(close), close)
			) : isReadOnly ? null : (
				<div ref={adding}>
					<Button variant="quiet" onPress={() => setIsAdding(true)}>
						<Plus size={14} aria-hidden />
						{addText}
					</Button>
				</div>
			)}
		</section>
	);
}

/** What had the keyboard goes with the form that closes and with the line that is taken away: adding another is next. */
function useFocusAfterwards(isAdding: boolean, count: number) {
	const adding = useRef<HTMLDivElement>(null);
	const before = useRef({ isAdding, count });
	useEffect(() => {
		const { isAdding: wasAdding, count: countBefore } = before.current;
		before.current = { isAdding, count };
		if (isAdding || (!wasAdding && count >= countBefore)) return;
		return focusIfLost(adding.current?.querySelector('button') ?? null);
	}, [isAdding, count]);
	return adding;
}
