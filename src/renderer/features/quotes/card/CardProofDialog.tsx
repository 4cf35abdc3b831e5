import { pickFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { ProofDialog, type ProofFinding } from '#renderer/ui/ProofDialog.tsx';
import { useProof } from '#renderer/ui/use-proof.ts';
import { cardTextOf } from '#shared/cite/quote-card-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CardFinding } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';

/** A card is a page or two; what is larger is none. */
const largestBytes = 16_000_000;

/** Answers the command that compares a quote card with the archive, and shows what holds of it. */
export function CardProofDialog() {
	const { proof, prove, close } = useProof();
	useCommand('quotes.prove', () => void choose(), readingCopy === undefined);

	async function choose(): Promise<void> {
		const chosen = await pickFile('.png,.svg,.html,.htm,.txt');
		if (!chosen) return;
		await prove(chosen.name, async () => {
			const findings = await archive.calls.cards.prove({ file: await cardIn(chosen.file) });
			return findings.map(findingOf);
		});
	}

	if (!proof) return null;
	const isDots = proof.findings?.some(({ key, outcome }) => key === readableKey && outcome === 'not-checked');
	return (
		<ProofDialog title={message('card.proof-title')} proof={proof} onClose={close}>
			{isDots ? <p>{message('card.look-at-picture')}</p> : null}
		</ProofDialog>
	);
}

async function cardIn(file: File): Promise<string> {
	const refuse = (reason: string) => new AppError('invalid-input', { reason });
	if (file.size > largestBytes) throw refuse(message('card.none'));
	const text = cardTextOf(new Uint8Array(await file.arrayBuffer()));
	if (text === null) throw refuse(message('card.picture-without'));
	return text;
}

const readableKey = 'readable whole';

function findingOf({ item, of, outcome, said, found }: CardFinding): ProofFinding {
	const what = message(`card.item.${item}`);
	const label = of === 'beside' ? message('cli.prove.beside', { item: what }) : what;
	return { key: `${item} ${of ?? 'whole'}`, label, outcome, said, found };
}
