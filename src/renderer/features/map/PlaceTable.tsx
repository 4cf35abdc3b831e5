import { GridCell, GridHeading } from '#renderer/ui/GridCell.tsx';
import { RowGrid } from '#renderer/ui/RowGrid.tsx';
import type { MapPlace } from '#shared/domain/map.ts';
import { columnTitle, placeColumns, placeRow } from '#shared/map/map-table.ts';
import { message } from '#shared/messages/messages.ts';
import { PlaceEntries } from './PlaceEntries.tsx';
import styles from './PlaceTable.module.css';

interface PlaceTableProps {
	places: readonly MapPlace[];
	chosenId: string;
	onChoose(id: string, isOpened: boolean): void;
}

const rowHeightPx = 36;

/** The picture in words, and the places that are not in it because nobody said where they lie. */
export function PlaceTable({ places, chosenId, onChoose }: PlaceTableProps) {
	const choose = (index: number, isOpened: boolean) => {
		const place = places[index];
		if (place) onChoose(place.id, isOpened);
	};
	return (
		<RowGrid
			label={message('map.list-keys')}
			rowCount={places.length}
			current={places.findIndex(({ id }) => id === chosenId)}
			rowHeightPx={rowHeightPx}
			keyOf={(index) => places[index]?.id ?? index}
			head={placeColumns.map((column) => (
				<GridHeading key={column} className={styles[column]}>
					{columnTitle(column)}
				</GridHeading>
			))}
			onMove={(index) => choose(index, false)}
			onEnter={(index) => choose(index, true)}
			onPress={(index) => choose(index, true)}
			menuOf={(index) => {
				const place = places[index];
				return place ? { label: place.label, entries: <PlaceEntries id={place.id} /> } : null;
			}}
			classNames={{ scroll: styles.scroll, row: styles.row, body: () => styles.body }}
		>
			{(index) => {
				const place = places[index];
				if (!place) return null;
				const row = placeRow(place);
				return placeColumns.map((column) => (
					<GridCell key={column} className={styles[column]} dir="auto">
						{row[column]}
					</GridCell>
				));
			}}
		</RowGrid>
	);
}
