import { useLayoutEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { threadsOf } from '#renderer/features/annotations/index.ts';
import { useIsNameless } from '#renderer/features/field/index.ts';
import { useEditionAnnotations } from '#renderer/lib/record-annotations.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { type Edition, isRedacted } from '#shared/domain/edition.ts';
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

/** The whole document for paper, beside the page that is seen; only while it is printed. */
export function PrintedDocument(props: PrintedDocumentProps) {
	const isDrawn = usePrint(({ notes, editionId }) => notes !== null && editionId === props.edition.id);
	const reference = useReference(props.record.id);
	// Printed as soon as it is drawn: what the page has already is there at once.
	const { annotations } = useEditionAnnotations(props.record.id, props.edition.id);
	if (!isDrawn) return null;
	return createPortal(<Sheets {...props} reference={reference} annotations={annotations} />, document.body);
}

interface SheetsProps extends PrintedDocumentProps {
	reference: string;
	annotations: readonly Annotation[];
}

function Sheets({ record, edition, blocks, reference, annotations }: SheetsProps) {
	const { notes: place, hasRunningLines } = usePrint();
	const isBlackened = isRedacted(record.editions, edition);
	const notes = useMemo(
		() =>
			place === 'none' ? [] : printedNotes(threadsOf(annotations), { id: edition.id, blocks, isRedacted: isBlackened }),
		[place, annotations, blocks, edition.id, isBlackened],
	);
	useLayoutEffect(() => {
		const sheet = pageStyle(record.title, reference, hasRunningLines);
		document.adoptedStyleSheets.push(sheet);
		return () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}, [record.title, reference, hasRunningLines]);
	usePrintedTitle(record.title);
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
			<EndNotes notes={place === 'margin' ? notes.filter(({ range, isLong }) => range === null || isLong) : notes} />
		</div>
	);
}

/**
 * What is written is called by the document it holds, and not by the window's archive: PDF readers show this title, screen
 * readers say it, and a browser proposes it as the file's name. Not where the window names nothing either.
 */
function usePrintedTitle(title: string): void {
	const isNameless = useIsNameless();
	useLayoutEffect(() => {
		if (isNameless || title === '') return;
		const before = document.title;
		document.title = title;
		return () => {
			document.title = before;
		};
	}, [title, isNameless]);
}
