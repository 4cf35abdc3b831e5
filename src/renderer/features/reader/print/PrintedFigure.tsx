import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { obstacleWords, useFigureName } from '../figures/figure-words.ts';
import styles from './PrintedDocument.module.css';
import { usePrint } from './print-store.ts';

/** A picture on paper; one that cannot be shown is said, as on the screen. */
export function PrintedFigure({ block }: { block: StoredBlock }) {
	const name = useFigureName(block);
	const address = usePrint((view) => view.pictures.get(block.ordinal));
	const { figure = {} } = block;
	if (address) return <img src={address} alt={name} className={styles.picture} />;
	const why = figure.picture ? message('figure.not-printed') : obstacleWords(figure);
	return <p className={styles.unseen}>{[name, why, figure.address].filter(Boolean).join(' ')}</p>;
}
