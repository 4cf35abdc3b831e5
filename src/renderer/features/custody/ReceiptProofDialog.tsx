import { useState } from 'react';
import { pickFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type Proof, ProofDialog } from '#renderer/ui/ProofDialog.tsx';
import type { ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';

/** Answers the command that compares a receipt with the archive, and shows what holds of it. */
export function ReceiptProofDialog() {
	const [proof, setProof] = useState<Proof | null>(null);
	useCommand('receipt.prove', () => void choose(), readingCopy === undefined);

	async function choose(): Promise<void> {
		const chosen = await pickFile('.html,.htm');
		if (!chosen) return;
		const { name, file } = chosen;
		const begun: Proof = { name, findings: null, error: null };
		setProof(begun);
		// Closed meanwhile, or another file chosen: then nobody waits for it.
		const show = (found: Partial<Proof>) => setProof((now) => (now === begun ? { ...begun, ...found } : now));
		try {
			const findings = await archive.calls.receipts.prove({ file: await file.text() });
			show({ findings: findings.map(findingOf) });
		} catch (error) {
			show({ error });
		}
	}

	if (!proof) return null;
	return <ProofDialog title={message('receipt.proof-title')} proof={proof} onClose={() => setProof(null)} />;
}

function findingOf({ item, outcome, said, found }: ReceiptFinding) {
	return { key: `${item} ${said}`, label: message(`receipt.item.${item}`), outcome, said, found };
}
