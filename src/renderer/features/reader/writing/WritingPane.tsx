import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { formatInstant } from '#renderer/lib/format.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import {
	closeDraft,
	type Draft,
	type DraftKey,
	dropDraft,
	editDraft,
	forgetDraft,
	holdDraft,
	keep,
	useWriting,
} from './draft-store.ts';
import styles from './WritingPane.module.css';

interface WritingPaneProps {
	/** What the landmark is called. */
	name: string;
	title: string;
	/** What one needs to know while writing. */
	hint: ReactNode;
	/** Of the field. */
	label: string;
	draftKey: DraftKey;
	areaRef: RefObject<HTMLTextAreaElement | null>;
	/** Beside the buttons that close and save. */
	children?: ReactNode;
	/** BCP 47, of what is typed, where it is known. */
	language?: string;
	/** What the button is called that makes the edition. */
	saveLabel?: string;
	/** Whether something is still on its way into the text, which is not to be saved without it. */
	isHeld?: boolean;
	/** Said once it is saved. */
	savedMessage: string;
	/** Makes the edition. */
	save(draft: Draft): Promise<unknown>;
	/** The edition that one would go on from now; the draft may be on an earlier one. */
	baseEditionId: EditionId | null;
	/** Of a translation also the one that there is now; undefined where that is not known. */
	translationId?: EditionId | null;
	onCaret?(area: HTMLTextAreaElement): void;
}

/** A text being written: what is typed is on disk half a second later, and becomes an edition when the person says so. */
export function WritingPane(props: WritingPaneProps) {
	const { name, title, hint, label, draftKey, areaRef, children, language, savedMessage, save, onCaret } = props;
	const { baseEditionId, translationId } = props;
	const { saveLabel = message('writing.save'), isHeld = false } = props;
	const draft = useWriting(({ drafts }) => drafts[draftKey]);
	const [isSaving, setSaving] = useState(false);
	useEffect(() => areaRef.current?.focus(), [areaRef]);
	if (!draft) return null;

	const isOnPresent =
		draft.baseEditionId === baseEditionId && (translationId === undefined || draft.translationId === translationId);
	const isBlank = draft.text.trim() === '';
	const isReady = !isSaving && !isHeld && !isBlank;

	async function finish(written: Draft): Promise<void> {
		if (!isReady) return;
		setSaving(true);
		holdDraft(draftKey);
		try {
			await save(written);
			forgetDraft(draftKey);
			showToast(savedMessage, undoAction());
		} catch (error) {
			void keep(draftKey);
			showError(error);
		} finally {
			setSaving(false);
		}
	}

	function press(event: KeyboardEvent, written: Draft): void {
		// As in a note: it leaves, and what was typed is kept.
		if (event.key === 'Escape' && !event.nativeEvent.isComposing) void closeDraft(draftKey);
		if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void finish(written);
	}

	return (
		<section className={styles.pane} aria-label={name}>
			<div className={styles.head}>
				<h1 className={styles.title}>{title}</h1>
				<div className={styles.hint}>{hint}</div>
				{isOnPresent ? null : <p className={styles.earlier}>{message('writing.earlier')}</p>}
			</div>
			<TextArea
				label={label}
				isLabelHidden
				rows={12}
				areaRef={areaRef}
				lang={language ?? ''}
				value={draft.text}
				isReadOnly={isSaving}
				onChange={(text) => editDraft(draftKey, text)}
				onKeyDown={(event) => press(event, draft)}
				onSelect={({ currentTarget }) => currentTarget instanceof HTMLTextAreaElement && onCaret?.(currentTarget)}
			/>
			<div className={styles.bar}>
				<div className={styles.tools}>
					{children}
					<span className={styles.state} role="status">
						{stateWords(draft)}
					</span>
				</div>
				<div className={styles.actions}>
					{draft.text === draft.firstText ? null : (
						<Button onPress={() => void discard(draftKey, draft)}>{message('writing.discard')}</Button>
					)}
					<Button onPress={() => void closeDraft(draftKey)}>{message('writing.close')}</Button>
					<Button variant="primary" isDisabled={!isReady} onPress={() => void finish(draft)}>
						{saveLabel}{' '}
						<span aria-hidden>
							<Keys chord="Mod+Enter" />
						</span>
					</Button>
				</div>
			</div>
		</section>
	);
}

function stateWords({ keptAt, isWaiting, text, firstText }: Draft): string {
	if (text === firstText) return '';
	if (isWaiting || keptAt === null) return message('writing.keeping');
	return message('writing.kept', { at: formatInstant(keptAt) });
}

/** Throws the draft away; for as long as the toast stands it can be had back. */
async function discard(key: DraftKey, { text, ...draft }: Draft): Promise<void> {
	await dropDraft(key);
	showToast(message('writing.discarded'), {
		label: message('command.history.undo'),
		run: () => {
			useWriting.setState(({ drafts }) => ({
				open: key,
				drafts: { ...drafts, [key]: { ...draft, text, keptAt: null } },
			}));
			editDraft(key, text);
		},
	});
}
