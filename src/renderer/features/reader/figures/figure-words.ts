import type { StoredBlock } from '#shared/domain/block.ts';
import type { Figure } from '#shared/domain/figure.ts';
import { figureOrdinals, type TextOutline } from '#shared/domain/text-outline.ts';
import { message } from '#shared/messages/messages.ts';
import { useEdition } from '../blocks/edition-context.ts';

/** Which picture of its text each is, from 1, by ordinal. */
export function numberFigures(outline: TextOutline): ReadonlyMap<number, number> {
	return new Map(figureOrdinals(outline).map((ordinal, at) => [ordinal, at + 1]));
}

/** What a picture is called: its alternative text, or its number. */
export function useFigureName({ ordinal, figure }: StoredBlock): string {
	const number = useEdition().figureNumbers.get(ordinal) ?? 1;
	return figure?.alt ?? message('figure.number', { number });
}

/** Why a picture that has no address is not shown, whatever may be said of its original. */
export function obstacleWords({ obstacle }: Figure): string {
	return obstacle ? message(`figure.obstacle.${obstacle}`) : message('figure.no-original');
}
