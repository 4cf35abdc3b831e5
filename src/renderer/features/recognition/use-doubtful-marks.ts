import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { type DoubtfulMarks, doubtfulMarks } from './doubtful-marks.ts';

const none: DoubtfulMarks = new Map();

/** The doubtful words of a recognised text, by the ordinal of their passage; none for other texts, or when switched off. */
export function useDoubtfulMarks(edition: Edition, isOn: boolean): DoubtfulMarks {
	const isAsked = isOn && edition.kind === 'ocr';
	const { data: layout } = useQuery({ ...queries.editions.recognised({ id: edition.id }), enabled: isAsked });
	return useMemo(() => (isAsked && layout ? doubtfulMarks(layout) : none), [isAsked, layout]);
}
