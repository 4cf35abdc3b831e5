import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { queries } from '#renderer/lib/query-keys.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { printedByline } from '../byline-words.ts';
import { EndNotes } from './EndNotes.tsx';
import styles from './PrintedDocument.module.css';
import { PrintedText } from './PrintedText.tsx';
import { pageStyle } from './page-style.ts';
import { usePrint } from './print-store.ts';
import { printedNotes } from './printed-notes.ts';
import { useReference } from './use-reference.ts';

interface PrintedDocumentProps {
	record: RecordDetail;
	edition: Edition;
	blocks: readonly StoredBlock[];
}

const none: Annotation[] = [];

/** The whole document for paper, beside the page that is seen; only while it is printed. */
export function PrintedDocument(props: PrintedDocumentProps) {
	const isDrawn = usePrint(({ notes, editionId }) => notes !== null && editionId === props.edition.id);
	const reference = useReference(props.record.id);
	if (!isDrawn) return null;
	return createPortal(<Sheets {...props} reference={reference} />, document.body);
}

function Sheets({ record, edition, blocks, reference }: PrintedDocumentProps & { reference: string }) {
	const { notes: place, hasRunningLines } = usePrint();
	// Printed as soon as it is drawn: what the page has already is there at once.
	const { data: annotations = none } = useQuery(queries.annotations.list({ recordId: record.id }));
	const notes = useMemo(
		() => (place === 'none' ? [] : printedNotes(annotations, blocks, edition.id)),
		[place, annotations, blocks, edition.id],
	);
	useLayoutEffect(() => {
		const sheet = pageStyle(record.title, reference, hasRunningLines);
		document.adoptedStyleSheets.push(sheet);
		return () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}, [record.title, reference, hasRunningLines]);
	const kind = message(`edition.kind.${edition.kind}`);
	return (
		<div
			className={styles.sheets}
			data-printed=""
			data-theme="light"
			data-notes={place}
			lang={edition.language === 'und' ? undefined : edition.language}
		>
			<header className={styles.head}>
				<h1 className={styles.title} dir="auto">
					{record.title}
				</h1>
				<p className={styles.byline} dir="auto">
					{printedByline(record, edition)}
				</p>
				<p className={styles.reference}>{reference}</p>
				<p className={styles.reference}>{message('print.edition', { kind, digits: edition.textSha256.slice(0, 8) })}</p>
			</header>
			<PrintedText blocks={blocks} title={record.title} notes={notes} isInMargin={place === 'margin'} />
			{place === 'end' && notes.length > 0 ? <EndNotes notes={notes} /> : null}
		</div>
	);
}
