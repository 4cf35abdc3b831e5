import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { GridCell, GridHeading } from '#renderer/ui/GridCell.tsx';
import { RowGrid } from '#renderer/ui/RowGrid.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { SourceStatus, WantedSource } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SourceList.module.css';

interface SourceListProps {
	sources: readonly WantedSource[];
	chosenId: RecordId | '';
	onChoose(id: RecordId): void;
	/** Goes to the details of the source that is chosen. */
	onEnter(): void;
}

const rowHeightPx = 42;
/** How far the search is, stays in the archive that a copy was made of. */
const columns = readingCopy
	? (['title', 'date', 'cited'] as const)
	: (['title', 'date', 'cited', 'status', 'asked'] as const);

/** The sources that are sought; Enter goes to the details. */
export function SourceList({ sources, chosenId, onChoose, onEnter }: SourceListProps) {
	const isSheet = useMediaQuery(narrowWindow);
	const choose = (index: number) => {
		const source = sources[index];
		if (source) onChoose(source.recordId);
	};
	return (
		<RowGrid
			label={message('sources.title')}
			rowCount={sources.length}
			current={sources.findIndex(({ recordId }) => recordId === chosenId)}
			rowHeightPx={rowHeightPx}
			keyOf={(index) => sources[index]?.recordId ?? index}
			head={columns.map((column) => (
				<GridHeading key={column} className={styles[column]}>
					{message(`sources.column.${column}`)}
				</GridHeading>
			))}
			onMove={choose}
			onEnter={onEnter}
			onPress={(index) => {
				choose(index);
				if (isSheet) onEnter();
			}}
			classNames={{ scroll: styles.scroll, row: readingCopy ? styles.copiedRow : styles.row, body: () => styles.body }}
			takesFocus
		>
			{(index) => {
				const source = sources[index];
				return source ? <Cells source={source} /> : null;
			}}
		</RowGrid>
	);
}

const tones: Record<SourceStatus, ChipTone> = { wanted: 'plain', asked: 'accent', refused: 'danger', obtained: 'ok' };

function Cells({ source: { title, dateEdtf, citedCount, status, askedOn } }: { source: WantedSource }) {
	return (
		<>
			<GridCell className={styles.title}>{title}</GridCell>
			<GridCell className={styles.date}>{dateEdtf === '' ? '' : edtfWords(dateEdtf)}</GridCell>
			<GridCell className={styles.cited}>{formatNumber(citedCount)}</GridCell>
			{readingCopy ? null : (
				<>
					<GridCell className={styles.status}>
						<Chip tone={tones[status]}>{message(`sources.status.${status}`)}</Chip>
					</GridCell>
					<GridCell className={styles.asked}>{askedOn === '' ? '' : edtfWords(askedOn)}</GridCell>
				</>
			)}
		</>
	);
}
