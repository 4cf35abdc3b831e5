import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { type AnnotationChoice, type ExportFormat, exportFormats } from '#shared/domain/annotation-transfer.ts';
import { message } from '#shared/messages/messages.ts';
import { exportAnnotations } from './annotation-files.ts';
import styles from './ExportDialog.module.css';

type Extent = 'all' | 'shown' | 'selected';

interface ExportDialogProps {
	all: readonly Annotation[];
	/** What passes the filter. */
	shown: readonly Annotation[];
	selected: readonly Annotation[];
	onClose(): void;
}

/** Asks which annotations to export and in which form. */
export function ExportDialog({ all, shown, selected, onClose }: ExportDialogProps) {
	const extents = { all, shown, selected } as const;
	const offered = (Object.keys(extents) as Extent[]).filter(
		(extent) => extent === 'all' || (extents[extent].length > 0 && extents[extent].length < all.length),
	);
	const [extent, setExtent] = useState<Extent>(offered.at(-1) ?? 'all');
	const [format, setFormat] = useState<ExportFormat>('jsonld');
	const hintId = useId();

	function start(): void {
		const choice: AnnotationChoice = extent === 'all' ? {} : { ids: extents[extent].map(({ id }) => id) };
		exportAnnotations(format, choice).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('annotations.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start} aria-describedby={hintId}>
						{message('annotations.export-start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select<Extent>
					label={message('annotations.export-extent')}
					value={extent}
					onChange={setExtent}
					options={offered.map((value) => ({
						value,
						label: message(`annotations.export-extent.${value}`, { count: extents[value].length }),
					}))}
				/>
				<Select<ExportFormat>
					label={message('annotations.export-format')}
					value={format}
					onChange={setFormat}
					options={exportFormats.map((value) => ({ value, label: message(`annotations.export-format.${value}`) }))}
				/>
				<p id={hintId} className={styles.hint}>
					{message(`annotations.export-hint.${format}`)} {message('annotations.export-hint')}
				</p>
			</div>
		</Dialog>
	);
}
