import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { requestRegion } from '#renderer/pages/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { AnnotationList } from './AnnotationList.tsx';
import styles from './AnnotationsPage.module.css';
import { filterAnnotations, noFilter } from './annotation-filter.ts';
import { removeAnnotations } from './annotation-mutations.ts';
import { AnnotationExportDialog } from './list/AnnotationExportDialog.tsx';
import { AnnotationFilters } from './list/AnnotationFilters.tsx';
import { useAnnotationSelection } from './list/annotation-selection.ts';
import { SelectionActions } from './list/SelectionActions.tsx';
import { useAnnotationImport } from './list/use-annotation-import.ts';

const none: Annotation[] = [];

const markingKeys = {
	next: 'passage.next',
	previous: 'passage.previous',
	note: 'annotation.note',
	claim: 'annotation.claim',
	evidence: 'annotation.evidence',
	dispute: 'annotation.dispute',
	question: 'annotation.question',
} as const;

/** All annotations of the archive: to be found again, opened at their place, changed together, taken out and brought in. */
export function AnnotationsPage() {
	const { data: annotations = none, error, isPending } = useQuery(queries.annotations.list({}));
	const titles = useTitles();
	const open = useOpenAnnotation();
	const [filter, setFilter] = useState(noFilter);
	const selection = useAnnotationSelection();
	const [isExporting, setIsExporting] = useState(false);
	const importFile = useAnnotationImport();
	const isReadOnly = useIsReadOnly();
	const said = useKeysSaid(markingKeys);
	// What is typed is seen at once; the list follows when it can.
	const calmFilter = useDeferredValue(filter);
	const shown = useMemo(() => filterAnnotations(annotations, calmFilter, titles), [annotations, calmFilter, titles]);
	const selected = useMemo(() => shown.filter(({ id }) => selection.ids.has(id)), [shown, selection.ids]);
	const importButton = isReadOnly ? null : <Button onPress={importFile}>{message('annotations.import')}</Button>;

	if (error) return <ErrorNotice error={error} />;
	if (annotations.length === 0 && !isPending) {
		return (
			<EmptyState isPage title={message('annotations.empty.title')} text={message('annotations.empty.text', said)}>
				{importButton}
			</EmptyState>
		);
	}
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('annotations.title')}</h1>
				<span className={styles.count} role="status">
					{message('annotations.count', { shown: shown.length, total: annotations.length })}
				</span>
				<div className={styles.actions}>
					{readingCopy ? (
						<Button onPress={() => runCommand('notes.save')}>{message('command.notes.save')}</Button>
					) : (
						<Button onPress={() => setIsExporting(true)}>{message('annotations.export')}</Button>
					)}
					{importButton}
				</div>
			</header>
			<AnnotationFilters filter={filter} onChange={setFilter} annotations={annotations} titles={titles} />
			<SelectionActions selected={selected} onClear={selection.clear} />
			<AnnotationList
				annotations={shown}
				titles={titles}
				selection={selection}
				onOpen={open}
				onRemove={(one) => void removeAnnotations(one ? [one] : selected).then(one ? undefined : selection.clear)}
			/>
			{isExporting ? (
				<AnnotationExportDialog
					all={annotations}
					shown={shown}
					selected={selected}
					onClose={() => setIsExporting(false)}
				/>
			) : null}
		</div>
	);
}

/** Titles of all records, by id. */
function useTitles(): ReadonlyMap<RecordId, string> {
	const { data: records } = useQuery(queries.records.list({}));
	return useMemo(() => new Map(records?.map(({ id, title }) => [id, title])), [records]);
}

/** Opens the record at the words, or as a whole for what is on no words. */
function useOpenAnnotation(): (annotation: Annotation) => void {
	const navigate = useNavigate();
	return (annotation) => {
		const { recordId, target, place, id } = annotation;
		const range = place ?? target;
		requestRegion(annotation);
		void navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: range
				? { recordId, editionId: range.editionId, ordinal: String(range.startOrdinal), annotationId: id }
				: { recordId },
		});
	};
}
