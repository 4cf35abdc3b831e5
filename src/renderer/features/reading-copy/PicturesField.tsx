import { useId } from 'react';
import { formatBytes } from '#renderer/lib/format.ts';
import { Switch } from '#renderer/ui/Switch.tsx';
import type { ReadingCopyPreview } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './reading-copy.module.css';

interface PicturesFieldProps {
	preview: ReadingCopyPreview;
	isSelected: boolean;
	onChange(isSelected: boolean): void;
}

/** Whether pictures that stand in the texts go along, where there are any, and what of them. */
export function PicturesField({ preview, isSelected, onChange }: PicturesFieldProps) {
	const { pictureCount: count, pictureBytes, withheldNameCount } = preview;
	const hintId = useId();
	if (count === 0) return null;
	return (
		<>
			<Switch isSelected={isSelected} onChange={onChange} aria-describedby={hintId}>
				{message('reading-copy.export.pictures', { count, size: formatBytes(pictureBytes) })}
			</Switch>
			<p id={hintId} className={styles.hint}>
				{message('reading-copy.export.pictures-hint')}{' '}
				{withheldNameCount > 0 ? message('reading-copy.export.pictures-names') : null}
			</p>
		</>
	);
}
