import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './SidePane.module.css';

interface SidePaneProps {
	label: string;
	side: 'start' | 'end';
	isOpen: boolean;
	onClose(): void;
	children: ReactNode;
}

/** A side pane where there is no room beside the work: a sheet over it, closed by Escape or a press outside. */
export function SidePane({ label, side, isOpen, onClose, children }: SidePaneProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable
			className={styles.veil ?? ''}
		>
			<Modal className={classes(styles.sheet, styles[side])}>
				<Dialog aria-label={label} className={styles.dialog ?? ''}>
					{children}
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}
