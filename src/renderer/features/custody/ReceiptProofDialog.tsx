import { useState } from 'react';
import { pickFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CardOutcome } from '#shared/domain/quote-card.ts';
import type { ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ReceiptProofDialog.module.css';

const tones: Record<CardOutcome, ChipTone> = { holds: 'ok', other: 'danger', absent: 'danger', 'not-checked': 'plain' };

interface Proof {
	name: string;
	/** Null while originals are read back. */
	findings: ReceiptFinding[] | null;
	error: unknown;
}

/** Answers the command that compares a receipt with the archive, and shows what holds of it. */
export function ReceiptProofDialog() {
	const [proof, setProof] = useState<Proof | null>(null);
	useCommand('receipt.prove', () => void choose(), readingCopy === undefined);

	async function choose(): Promise<void> {
		const chosen = await pickFile('.html,.htm');
		if (!chosen) return;
		const { name, file } = chosen;
		setProof({ name, findings: null, error: null });
		// Closed meanwhile: then nobody waits for it.
		const show = (found: Partial<Proof>) => setProof((now) => (now ? { ...now, ...found } : null));
		try {
			show({ findings: await archive.calls.receipts.prove({ file: await file.text() }) });
		} catch (error) {
			show({ error });
		}
	}

	if (!proof) return null;
	const close = () => setProof(null);
	return (
		<Dialog
			title={message('receipt.proof-title')}
			isOpen
			size="wide"
			onClose={close}
			actions={<Button onPress={close}>{message('dialog.close')}</Button>}
		>
			<div className={styles.proof}>
				<p className={styles.name}>{proof.name}</p>
				<div role="status">
					{proof.error ? <ErrorNotice error={proof.error} /> : <Found findings={proof.findings} />}
				</div>
			</div>
		</Dialog>
	);
}

function Found({ findings }: { findings: ReceiptFinding[] | null }) {
	if (!findings) return <p>{message('receipt.proving')}</p>;
	const failed = findings.filter(({ outcome }) => outcome === 'other' || outcome === 'absent');
	return (
		<>
			<p>{message('cli.prove.result', { failed: failed.length })}</p>
			<ul className={styles.list}>
				{findings.map(({ item, outcome, said, found }) => (
					<li key={`${item} ${said}`} className={styles.finding}>
						<Chip tone={tones[outcome]}>{message(`card.outcome.${outcome}`)}</Chip>
						<span className={styles.words}>
							{message(`receipt.item.${item}`)}
							{said === '' ? null : <code className={styles.said}>{said}</code>}
							{found === '' ? null : <span>{message('cli.prove.found', { found })}</span>}
						</span>
					</li>
				))}
			</ul>
		</>
	);
}
