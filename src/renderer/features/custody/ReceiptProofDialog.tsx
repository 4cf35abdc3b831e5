import { useRef, useState } from 'react';
import { pickFiles } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type Proof, ProofDialog, type ProofFinding } from '#renderer/ui/ProofDialog.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { useProof } from '#renderer/ui/use-proof.ts';
import type { SignatureCheck } from '#shared/api/signing-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { checkedSignature, isSignature, type SignedFile } from './receipt-signature.ts';
import { SignatureNote } from './SignatureNote.tsx';

/** Answers the command that compares a receipt with the archive, and shows what holds of it and who signed it. */
export function ReceiptProofDialog() {
	const { proof, prove, close } = useProof();
	const [signed, setSigned] = useState<SignedFile | null>(null);
	const [check, setCheck] = useState<SignatureCheck | null>(null);
	const [trouble, setTrouble] = useState<unknown>(null);
	const latest = useRef<unknown>(null);
	useCommand('receipt.prove', () => void choose().catch(showError), readingCopy === undefined);

	/** The page, with its signature where that was chosen too or lies beside it. */
	async function choose(): Promise<void> {
		const chosen = await pickFiles({ accept: '.html,.htm,.minisig' });
		const page = chosen.find(({ file }) => !isSignature(file));
		if (!page) {
			if (chosen.length > 0) throw new AppError('invalid-input', { reason: message('signature.no-page') });
			return;
		}
		latest.current = page;
		setSigned(null);
		setCheck(null);
		setTrouble(null);
		await prove(page.name, async () => {
			const findings = await archive.calls.receipts.prove({ file: await page.file.text() });
			const given = chosen.find(({ file }) => isSignature(file))?.file;
			const { file, check, error } = await checkedSignature(page.file, given);
			// Another paper may have been chosen meanwhile.
			if (latest.current === page) {
				setSigned(file);
				setCheck(check);
				setTrouble(error);
			}
			return findings.map(findingOf);
		});
	}

	if (!proof) return null;
	return (
		<ProofDialog title={message('receipt.proof-title')} proof={withSignature(proof, check)} onClose={close}>
			{signed && proof.findings ? (
				<SignatureNote signed={signed} check={check} trouble={trouble} onChecked={setCheck} />
			) : null}
		</ProofDialog>
	);
}

/** A signature that is not good is one of the things that do not hold. */
function withSignature(proof: Proof, check: SignatureCheck | null): Proof {
	if (!proof.findings || !check) return proof;
	const { state, keyId } = check;
	const outcome = state === 'good' ? 'holds' : state === 'bad' ? 'other' : 'not-checked';
	const finding: ProofFinding = {
		key: 'signature',
		label: message('receipt.item.signature'),
		outcome,
		said: keyId,
		found: '',
	};
	return { ...proof, findings: [...proof.findings, finding] };
}

function findingOf({ item, outcome, said, found }: ReceiptFinding): ProofFinding {
	return { key: `${item} ${said}`, label: message(`receipt.item.${item}`), outcome, said, found };
}
