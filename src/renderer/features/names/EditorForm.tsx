import type { FormEvent, ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';

interface EditorFormProps {
	label: string;
	/** Why it could not be saved; null while nothing is wrong. */
	error: string | null;
	onSubmit(): void;
	onClose(): void;
	children: ReactNode;
}

/** A part of a name being written, in its place in the list. Enter saves, Escape closes. */
export function EditorForm({ label, error, onSubmit, onClose, children }: EditorFormProps) {
	return (
		<form
			className={styles.editor}
			aria-label={label}
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				onSubmit();
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				onClose();
			}}
		>
			{children}
			<FormError>{error}</FormError>
			<div className={styles.line}>
				<Button type="submit" variant="primary">
					{message('dialog.save')}
				</Button>
				<Button onPress={onClose}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
