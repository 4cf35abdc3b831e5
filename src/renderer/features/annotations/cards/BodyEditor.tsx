import { useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { announce } from '#renderer/lib/announcements.ts';
import { takeTypedAhead } from '#renderer/lib/type-ahead.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { drafts } from '../annotation-mutations.ts';
import { stopEditing } from '../annotations-store.ts';
import type { Draft } from '../drafts.ts';
import { MarkdownText } from '../MarkdownText.tsx';
import styles from './BodyEditor.module.css';
import { useCardText } from './card-context.ts';

type View = 'write' | 'preview';

/** Writing a note: stored after a pause, on leaving the field and on Ctrl+Enter; Escape leaves it, keeping what was typed. */
export function BodyEditor({ annotation }: { annotation: Annotation }) {
	const { id } = annotation;
	const { onFollow } = useCardText();
	const draft = drafts.useDrafts(({ drafts: all }) => all[id]);
	const [view, setView] = useState<View>('write');
	const area = useRef<HTMLTextAreaElement>(null);
	const body = draft?.body ?? annotation.body;
	const latest = useRef(annotation);
	latest.current = annotation;

	useEffect(() => {
		const element = area.current;
		if (view !== 'write' || !element) return;
		element.focus();
		const ahead = takeTypedAhead();
		if (ahead !== '') drafts.edit(latest.current, latest.current.body + ahead);
		element.setSelectionRange(element.value.length, element.value.length);
		element.scrollIntoView({ block: 'nearest' });
	}, [view]);

	function finish(): void {
		void saveByHand(id);
		stopEditing(id);
		// The words, not the top of the page, are where the person was.
		area.current?.closest<HTMLElement>('article')?.focus({ preventScroll: true });
	}

	return (
		<div className={styles.editor}>
			<ToggleButtonGroup
				aria-label={message('annotations.editor-view')}
				selectionMode="single"
				disallowEmptySelection
				selectedKeys={[view]}
				onSelectionChange={(chosen) => setView([...chosen][0] as View)}
				className={styles.views ?? ''}
			>
				<ToggleButton id="write" className={styles.view ?? ''}>
					{message('annotations.editor-write')}
				</ToggleButton>
				<ToggleButton id="preview" className={styles.view ?? ''}>
					{message('annotations.editor-preview')}
				</ToggleButton>
			</ToggleButtonGroup>
			{view === 'write' ? (
				<TextArea
					label={message('annotations.body')}
					isLabelHidden
					placeholder={message('annotations.body-hint')}
					areaRef={area}
					rows={4}
					value={body}
					onChange={(value) => drafts.edit(annotation, value)}
					onBlur={() => void drafts.save(id)}
					onKeyDown={(event) => {
						const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
						if (isDone || event.key === 'Escape') finish();
						else event.continuePropagation();
					}}
				/>
			) : (
				<MarkdownText markdown={body} onFollow={onFollow} />
			)}
			<div className={styles.foot}>
				<DraftState draft={draft} annotation={annotation} />
				<Button onPress={finish}>{message('annotations.done')}</Button>
			</div>
		</div>
	);
}

interface DraftStateProps {
	draft: Draft | undefined;
	annotation: Annotation;
}

/** Where the typing stands, in words; when it could not be stored, why, and what can be done, until it is stored. */
function DraftState({ draft, annotation }: DraftStateProps) {
	if (!draft) return <span className={styles.state}>{message('annotations.saved')}</span>;
	if (!draft.error) return <span className={styles.state}>{message('annotations.saving')}</span>;
	const isConflict = draft.error.code === 'conflict';
	return (
		<div role="alert" className={styles.trouble}>
			<p>{errorMessage(draft.error)}</p>
			{isConflict && (
				<>
					<p className={styles.storedLabel}>{message('annotations.stored-version')}</p>
					<p className={styles.stored}>{annotation.body}</p>
				</>
			)}
			<div className={styles.choices}>
				{isConflict ? (
					<Button onPress={() => void drafts.keepMine(annotation.id, annotation.revision)}>
						{message('annotations.keep-mine')}
					</Button>
				) : (
					<Button onPress={() => void saveByHand(annotation.id)}>{message('annotations.try-again')}</Button>
				)}
				<Button onPress={() => drafts.discard(annotation.id)}>{message('annotations.take-stored')}</Button>
			</div>
		</div>
	);
}

/** A reason that stands there still is not heard again by itself: whoever tried again is told it. */
async function saveByHand(id: AnnotationId): Promise<void> {
	const errorNow = () => drafts.useDrafts.getState().drafts[id]?.error;
	const before = errorNow();
	await drafts.save(id);
	const after = errorNow();
	if (before && after) announce(errorMessage(after));
}
