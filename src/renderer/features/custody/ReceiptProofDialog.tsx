import { pickFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { ProofDialog } from '#renderer/ui/ProofDialog.tsx';
import { useProof } from '#renderer/ui/use-proof.ts';
import type { ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';

/** Answers the command that compares a receipt with the archive, and shows what holds of it. */
export function ReceiptProofDialog() {
	const { proof, prove, close } = useProof();
	useCommand('receipt.prove', () => void choose(), readingCopy === undefined);

	async function choose(): Promise<void> {
		const chosen = await pickFile('.html,.htm');
		if (!chosen) return;
		await prove(chosen.name, async () => {
			const findings = await archive.calls.receipts.prove({ file: await chosen.file.text() });
			return findings.map(findingOf);
		});
	}

	if (!proof) return null;
	return <ProofDialog title={message('receipt.proof-title')} proof={proof} onClose={close} />;
}

function findingOf({ item, outcome, said, found }: ReceiptFinding) {
	return { key: `${item} ${said}`, label: message(`receipt.item.${item}`), outcome, said, found };
}
