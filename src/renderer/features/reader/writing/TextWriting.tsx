import { type ReactNode, useEffect, useRef } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { ifFocusIsLost } from '#renderer/lib/lost-focus.ts';
import { ordinalAttribute } from '#renderer/lib/passage-dom.ts';
import { classes } from '#renderer/ui/classes.ts';
import { showError } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { pageAt, writeText } from '#shared/writing/written-text.ts';
import { goToPage, usePageView } from '../pages/page-view-store.ts';
import { useReader } from '../reader-store.ts';
import { recordingsOf } from '../recording/recordings.ts';
import { draftKey, openDraft, useOpenDraft } from './draft-store.ts';
import { RedactionPane, useRedactCommand } from './RedactionPane.tsx';
import { TranslationPane, useTranslateCommand } from './TranslationPane.tsx';
import styles from './WritingPane.module.css';
import { WritingPane } from './WritingPane.tsx';

interface TextWritingProps {
	record: RecordDetail;
	/** Null for a record without text. */
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	/** Whether all of the text is there. */
	isWhole: boolean;
	children: ReactNode;
}

/** Signs that say what a passage is, as people type them. */
const signs = [
	['#', 'writing.sign.title'],
	['##', 'writing.sign.heading'],
	['-', 'writing.sign.item'],
	['>', 'writing.sign.quotation'],
	['[picture 1]', 'writing.sign.picture'],
	['[p. 2]', 'writing.sign.page'],
] as const;

/** A text to be read, or in its place the same text to be corrected; the pages that it was read from stay beside it. */
export function TextWriting({ record, edition, blocks, isWhole, children }: TextWritingProps) {
	const isReadOnly = useIsReadOnly();
	const key = draftKey({ recordId: record.id, about: '' });
	const open = useOpenDraft(record.id);
	const isWriting = open === '';
	const area = useRef<HTMLTextAreaElement>(null);
	const container = useRef<HTMLDivElement>(null);
	/** Writing begins where one was reading: so many units of the typed text come before it. */
	const startAt = useRef(0);
	useCommand(
		'text.write',
		() => {
			startAt.current = writeText(blocks.slice(0, ordinalOfReader())).length;
			const text = writeText(blocks);
			const language = edition?.language ?? record.languages[0] ?? 'und';
			const fresh = { text, language, baseEditionId: edition?.id ?? null };
			openDraft({ recordId: record.id, about: '' }, fresh).catch(showError);
		},
		// A translation is corrected as one: the text that the record shows is another.
		isWhole &&
			edition?.kind !== 'translation' &&
			record.files.length > 0 &&
			recordingsOf(record.files).length === 0 &&
			!isReadOnly &&
			!record.isInBin,
	);
	useRedactCommand(record, edition, isWhole && edition?.kind !== 'translation' && !isReadOnly);
	useTranslateCommand(record, edition, !isReadOnly);
	const translating = open === '' || open === 'redaction' ? null : open;
	const isTranslating = translating !== null;
	useEffect(() => {
		if (!isWriting || !area.current || startAt.current === 0) return;
		area.current.setSelectionRange(startAt.current + 2, startAt.current + 2);
		// Subtle: a browser scrolls a field to its caret when it gets the focus, not when the caret is set.
		area.current.blur();
		area.current.focus();
	}, [isWriting]);
	// What had the focus goes with the pane, and with the text in the place of which another is shown.
	// biome-ignore lint/correctness/useExhaustiveDependencies: another edition is another text
	useEffect(() => {
		if (open !== null) return;
		return ifFocusIsLost(() =>
			container.current?.querySelector<HTMLElement>('[data-takes-focus]')?.focus({ preventScroll: true }),
		);
	}, [open, edition?.id]);
	return (
		<div ref={container} className={classes(styles.text, isTranslating && styles.beside)}>
			{translating && <TranslationPane key={translating} record={record} about={translating} />}
			{open === 'redaction' && <RedactionPane record={record} edition={edition} />}
			{isWriting && (
				<WritingPane
					name={message('writing.pane')}
					title={record.title}
					hint={<Hint hasBase={edition !== null} />}
					label={message('writing.text')}
					draftKey={key}
					areaRef={area}
					baseEditionId={edition?.id ?? null}
					{...(edition && edition.language !== 'und' && { language: edition.language })}
					savedMessage={message('writing.saved')}
					save={({ text, language: written, baseEditionId }) =>
						archive.calls.editions.write({ recordId: record.id, text, language: written, baseEditionId })
					}
					onCaret={showPage}
				/>
			)}
			<div className={styles.read} hidden={open !== null && !isTranslating}>
				{children}
			</div>
		</div>
	);
}

function Hint({ hasBase }: { hasBase: boolean }) {
	return (
		<>
			{message(hasBase ? 'writing.hint-correct' : 'writing.hint-write')}
			<details>
				<summary>{message('writing.signs')}</summary>
				<p>{message('writing.hint-signs')}</p>
				<dl className={styles.signs}>
					{signs.map(([sign, key]) => (
						<div key={sign}>
							<dt>{sign}</dt>
							<dd>{message(key)}</dd>
						</div>
					))}
				</dl>
			</details>
		</>
	);
}

/** The page that the caret is on comes into sight beside the text. */
function showPage({ value, selectionStart }: HTMLTextAreaElement): void {
	const page = pageAt(value, selectionStart);
	if (page !== null && page !== usePageView.getState().page) goToPage(page);
}

/** The passage that has the keyboard focus, else the one at the top of the window. */
function ordinalOfReader(): number {
	const focused = document.activeElement?.closest<HTMLElement>(`[${ordinalAttribute}]`);
	return Number(focused?.getAttribute(ordinalAttribute) ?? useReader.getState().place.ordinal);
}
