import { useState } from 'react';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { exportFormats } from '#shared/domain/annotation-transfer.ts';
import { message } from '#shared/messages/messages.ts';
import { exportAnnotations } from './annotation-files.ts';

type Extent = 'all' | 'shown' | 'selected';

interface AnnotationExportDialogProps {
	all: readonly Annotation[];
	/** What passes the filter. */
	shown: readonly Annotation[];
	selected: readonly Annotation[];
	onClose(): void;
}

/** Asks which annotations to export and in which form. */
export function AnnotationExportDialog({ all, shown, selected, onClose }: AnnotationExportDialogProps) {
	const extents = { all, shown, selected } as const;
	const offered = (Object.keys(extents) as Extent[]).filter(
		(extent) => extent === 'all' || (extents[extent].length > 0 && extents[extent].length < all.length),
	);
	const [extent, setExtent] = useState<Extent>(offered.at(-1) ?? 'all');
	return (
		<ExportDialog
			title={message('annotations.export-title')}
			formats={exportFormats.map((value) => ({ value, label: message(`annotations.export-format.${value}`) }))}
			first="jsonld"
			hint={(format) => `${message(`annotations.export-hint.${format}`)} ${message('annotations.export-hint')}`}
			onExport={(format) =>
				exportAnnotations(format, extent === 'all' ? {} : { ids: extents[extent].map(({ id }) => id) })
			}
			onClose={onClose}
		>
			<Select<Extent>
				label={message('annotations.export-extent')}
				value={extent}
				onChange={setExtent}
				options={offered.map((value) => ({
					value,
					label: message(`annotations.export-extent.${value}`, { count: extents[value].length }),
				}))}
			/>
		</ExportDialog>
	);
}
