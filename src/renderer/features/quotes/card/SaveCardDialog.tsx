import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { readQuoteCard } from '#shared/cite/quote-card-file.ts';
import { quotedText } from '#shared/cite/quoted-text.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import { cardFormats, type QuoteCard } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import { CitationStyleSelect } from '../CitationStyleSelect.tsx';
import { useCitationStyle } from '../citation-style.ts';
import { drawCard } from './card-picture.ts';
import { type AskedCard, useAskedCard } from './card-store.ts';
import styles from './SaveCardDialog.module.css';
import { type MadeCard, saveCard } from './save-card.ts';

/** Shows a quote card before it is saved, and asks in which form. Nothing until somebody asks for one. */
export function SaveCardDialog() {
	const asked = useAskedCard((store) => store.asked);
	return asked ? <AskedCardDialog asked={asked} /> : null;
}

function AskedCardDialog({ asked }: { asked: AskedCard }) {
	const [style] = useCitationStyle();
	const { data: made, error } = useQuery({
		queryKey: ['quote-card', asked, style],
		queryFn: () => makeCard(asked, style),
		// The head of the log and the day are those of when it is asked for.
		gcTime: 0,
	});
	return (
		<ExportDialog
			title={message('quotes.card-title')}
			formats={cardFormats.map((value) => ({ value, label: message(`quotes.card-format.${value}`) }))}
			first="png"
			hint={(format) => message(format === 'png' ? 'quotes.card-hint.png' : 'quotes.card-hint')}
			isReady={made !== undefined}
			onExport={async (format) => {
				if (made) await saveCard(made, format);
			}}
			onClose={() => useAskedCard.setState({ asked: null })}
		>
			{error ? <ErrorNotice error={error} /> : <Preview card={made?.card ?? null} />}
			<CitationStyleSelect />
		</ExportDialog>
	);
}

async function makeCard({ recordId, range }: AskedCard, style: CitationStyle): Promise<MadeCard> {
	const files = await archive.calls.cards.make({ recordId, range, style });
	const read = readQuoteCard(files.text);
	if (!read) throw new TypeError('a card that cannot be read');
	return { card: read.card, files };
}

/** The card as the picture will show it. */
function Preview({ card }: { card: QuoteCard | null }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const [error, setError] = useState<unknown>(null);
	useEffect(() => {
		let isLatest = true;
		const show = (fault: unknown) => isLatest && setError(fault);
		if (canvas.current && card) drawCard(canvas.current, card, () => isLatest).then(() => show(null), show);
		return () => {
			isLatest = false;
		};
	}, [card]);
	return (
		<>
			{error ? <ErrorNotice error={error} /> : null}
			<canvas
				ref={canvas}
				className={styles.preview}
				role="img"
				aria-label={card ? [card.quoted, card.beside].flatMap((each) => (each ? quotedText(each) : [])).join('\n') : ''}
				hidden={card === null || error !== null}
			/>
		</>
	);
}
