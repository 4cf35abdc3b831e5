import { Copy, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { copyText } from '#renderer/lib/copies.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { Name } from '#shared/domain/name.ts';
import { isSamePoint, type PlaceCoordinates, writePoint } from '#shared/domain/place-coordinates.ts';
import { message } from '#shared/messages/messages.ts';
import { CoordinatesEditor } from './CoordinatesEditor.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';

interface PlaceCoordinatesListProps {
	name: Name;
	isReadOnly: boolean;
}

/** Where a place lies, as each source states it; several are shown beside each other. */
export function PlaceCoordinatesList({ name, isReadOnly }: PlaceCoordinatesListProps) {
	const { coordinates } = name;
	const [isAdding, setIsAdding] = useState(false);
	const adding = useFocusAfterwards(isAdding, coordinates.length);
	if (isReadOnly && coordinates.length === 0) return null;
	const save = (next: PlaceCoordinates[]) => updateName(name, { coordinates: next });
	return (
		<section className={styles.part}>
			<h3 className={styles.heading}>{message('names.coordinates')}</h3>
			{coordinates.length === 0 ? null : (
				<ul className={styles.things} aria-label={message('names.coordinates')}>
					{coordinates.map((one) => (
						<li key={writePoint(one)} className={styles.identifier}>
							<CoordinatesFacts coordinates={one} />
							<IconButton
								label={message('names.identifiers.copy', { value: writePoint(one) })}
								onPress={() =>
									void copyText(writePoint(one)).then(() => showToast(message('names.coordinates.copied')), showError)
								}
							>
								<Copy size={14} />
							</IconButton>
							{isReadOnly ? null : (
								<IconButton
									label={message('list.remove', { item: writePoint(one) })}
									onPress={() => void save(coordinates.filter((other) => !isSamePoint(other, one))).catch(showError)}
								>
									<X size={14} />
								</IconButton>
							)}
						</li>
					))}
				</ul>
			)}
			{isAdding ? (
				<CoordinatesEditor
					known={coordinates}
					onSave={(one) => save([...coordinates, one]).then(() => setIsAdding(false))}
					onClose={() => setIsAdding(false)}
				/>
			) : isReadOnly ? null : (
				<div ref={adding}>
					<Button variant="quiet" onPress={() => setIsAdding(true)}>
						<Plus size={14} aria-hidden />
						{message('names.coordinates.add')}
					</Button>
				</div>
			)}
		</section>
	);
}

function CoordinatesFacts({ coordinates }: { coordinates: PlaceCoordinates }) {
	const { uncertaintyM, source } = coordinates;
	return (
		<>
			<span className={styles.value}>{writePoint(coordinates)}</span>
			{uncertaintyM === null ? null : (
				<span className={styles.source}>{message('names.coordinates.within', { metres: uncertaintyM })}</span>
			)}
			{source === '' ? null : <span className={styles.source}>{message('names.forms.source', { source })}</span>}
		</>
	);
}

/** What had the keyboard goes with the form that closes and with the line that is taken away: adding another is next. */
function useFocusAfterwards(isAdding: boolean, count: number) {
	const adding = useRef<HTMLDivElement>(null);
	const before = useRef({ isAdding, count });
	useEffect(() => {
		const { isAdding: wasAdding, count: countBefore } = before.current;
		before.current = { isAdding, count };
		if (isAdding || (!wasAdding && count >= countBefore)) return;
		return focusIfLost(adding.current?.querySelector('button') ?? null);
	}, [isAdding, count]);
	return adding;
}
