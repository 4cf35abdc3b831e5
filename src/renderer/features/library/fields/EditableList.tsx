import { Pencil, Plus, X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import styles from './fields.module.css';

interface EditableListProps<T> {
	items: readonly T[];
	isReadOnly: boolean;
	/** What "Add" makes, to be filled in. */
	empty: T;
	addLabel: string;
	/** One item in words, for its buttons' names. */
	words(item: T): string;
	show(item: T): ReactNode;
	form(draft: T, change: (part: Partial<T>) => void): ReactNode;
	isValid(draft: T): boolean;
	onSave(items: T[]): Promise<unknown>;
}

/** A list of small things with several parts each: shown as lines, edited one at a time in a form below its line. */
export function EditableList<T>(props: EditableListProps<T>) {
	const { items, isReadOnly, empty, addLabel, words, show, onSave } = props;
	const [editing, setEditing] = useState<number | null>(null);
	const [error, setError] = useState<string | null>(null);

	function save(next: T[]): void {
		onSave(next).then(
			() => {
				setEditing(null);
				setError(null);
			},
			(failure) => setError(errorMessage(toErrorData(failure))),
		);
	}

	const close = () => setEditing(null);
	return (
		<div className={styles.lines}>
			{items.map((item, index) =>
				editing === index ? (
					<ItemForm
						key={words(item)}
						{...props}
						initial={item}
						onSubmit={(draft) => save(items.map((other, at) => (at === index ? draft : other)))}
						onClose={close}
					/>
				) : (
					<div key={words(item)} className={styles.line}>
						<div className={styles.words}>{show(item)}</div>
						{isReadOnly ? null : (
							<span className={styles.actions}>
								<IconButton label={message('list.edit', { item: words(item) })} onPress={() => setEditing(index)}>
									<Pencil size={13} />
								</IconButton>
								<IconButton
									label={message('list.remove', { item: words(item) })}
									onPress={() => save(items.filter((_, at) => at !== index))}
								>
									<X size={14} />
								</IconButton>
								{index === items.length - 1 ? (
									<IconButton label={addLabel} onPress={() => setEditing(items.length)}>
										<Plus size={14} />
									</IconButton>
								) : null}
							</span>
						)}
					</div>
				),
			)}
			{editing === items.length ? (
				<ItemForm {...props} initial={empty} onSubmit={(draft) => save([...items, draft])} onClose={close} />
			) : items.length > 0 ? null : isReadOnly ? (
				<span className={styles.none}>–</span>
			) : (
				<button type="button" className={styles.show} aria-label={addLabel} onClick={() => setEditing(0)}>
					<span className={styles.none}>{message('record.add-field')}</span>
				</button>
			)}
			<FormError>{error}</FormError>
		</div>
	);
}

interface ItemFormProps<T> extends Pick<EditableListProps<T>, 'form' | 'isValid'> {
	initial: T;
	onSubmit(draft: T): void;
	onClose(): void;
}

function ItemForm<T>({ initial, form, isValid, onSubmit, onClose }: ItemFormProps<T>) {
	const [draft, setDraft] = useState(initial);

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (isValid(draft)) onSubmit(draft);
	}

	return (
		<form
			className={styles.form}
			onSubmit={submit}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onClose();
			}}
		>
			{form(draft, (part) => setDraft((known) => ({ ...known, ...part })))}
			<div className={styles.buttons}>
				<Button type="submit" variant="primary" isDisabled={!isValid(draft)}>
					{message('dialog.save')}
				</Button>
				<Button onPress={onClose}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
