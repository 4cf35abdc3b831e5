import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { message } from '#shared/messages/messages.ts';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
	title: string;
	isOpen: boolean;
	/** Absent where there is nothing to go back to: the actions are the only way on. */
	onClose?: () => void;
	/** `wide` for lists and sheets. */
	size?: 'small' | 'wide';
	children: ReactNode;
	/** Buttons, at the end. */
	actions?: ReactNode;
	/** `alertdialog` for what asks before something is taken away. */
	role?: 'dialog' | 'alertdialog';
}

/** Whether one of these asks for an answer now, so that nothing behind it may move. */
export function isDialogOpen(): boolean {
	return document.querySelector('[data-asks]:not([data-exiting])') !== null;
}

export function Dialog({ title, isOpen, onClose, size = 'small', children, actions, role = 'dialog' }: DialogProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose?.()}
			isDismissable={role === 'dialog' && onClose !== undefined}
			isKeyboardDismissDisabled={onClose === undefined}
			className={styles.veil ?? ''}
			data-asks
		>
			<Modal className={classes(styles.modal, styles[size])}>
				<AriaDialog role={role} className={styles.dialog ?? ''}>
					<header className={styles.head}>
						<Heading slot="title" className={styles.title ?? ''}>
							{title}
						</Heading>
						{onClose ? (
							<IconButton label={message('dialog.close')} onPress={onClose}>
								<X size={16} />
							</IconButton>
						) : null}
					</header>
					<div className={styles.body}>{children}</div>
					{actions ? <footer className={styles.actions}>{actions}</footer> : null}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}
