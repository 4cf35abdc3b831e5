import type { ReactNode } from 'react';
import type { CardOutcome } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import { Button } from './Button.tsx';
import { Chip, type ChipTone } from './Chip.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './ProofDialog.module.css';

const tones: Record<CardOutcome, ChipTone> = { holds: 'ok', other: 'danger', absent: 'danger', 'not-checked': 'plain' };

/** What is found of one thing that a paper says. */
export interface ProofFinding {
	key: string;
	/** What it is about. */
	label: string;
	outcome: CardOutcome;
	said: string;
	found: string;
}

export interface Proof {
	/** The file's. */
	name: string;
	/** Null while originals are read back. */
	findings: readonly ProofFinding[] | null;
	error: unknown;
}

interface ProofDialogProps {
	title: string;
	proof: Proof;
	onClose(): void;
	/** What else is to be said of what was found. */
	children?: ReactNode;
}

/** What holds of a paper that somebody gave, item by item. */
export function ProofDialog({ title, proof: { name, findings, error }, onClose, children }: ProofDialogProps) {
	return (
		<Dialog
			title={title}
			isOpen
			size="wide"
			onClose={onClose}
			actions={<Button onPress={onClose}>{message('dialog.close')}</Button>}
		>
			<div className={styles.proof}>
				<p className={styles.name}>{name}</p>
				<div role="status">{error ? <ErrorNotice error={error} /> : <Found findings={findings} />}</div>
				{children}
			</div>
		</Dialog>
	);
}

function Found({ findings }: Pick<Proof, 'findings'>) {
	if (!findings) return <p>{message('receipt.proving')}</p>;
	const failed = findings.filter(({ outcome }) => outcome === 'other' || outcome === 'absent');
	return (
		<>
			<p>{message('cli.prove.result', { failed: failed.length })}</p>
			<ul className={styles.list}>
				{findings.map(({ key, label, outcome, said, found }) => (
					<li key={key} className={styles.finding}>
						<Chip tone={tones[outcome]}>{message(`card.outcome.${outcome}`)}</Chip>
						<span className={styles.words}>
							{label}
							{said === '' ? null : <code className={styles.said}>{said}</code>}
							{found === '' ? null : <span>{message('cli.prove.found', { found })}</span>}
						</span>
					</li>
				))}
			</ul>
		</>
	);
}
