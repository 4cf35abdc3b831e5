import { useEffect, useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import type { YearSpan } from '#shared/search/search-query.ts';
import styles from './SearchFacets.module.css';

interface YearFieldsProps {
	/** The years that there are. */
	bounds: YearSpan;
	chosen: YearSpan | null;
	onChoose(span: YearSpan | null): void;
}

/** The two ends of the span as numbers; a field that is empty or no year leaves its end open. */
export function YearFields({ bounds, chosen, onChoose }: YearFieldsProps) {
	const [from, setFrom] = useState('');
	const [to, setTo] = useState('');
	useEffect(() => {
		setFrom(chosen ? String(chosen.from) : '');
		setTo(chosen ? String(chosen.to) : '');
	}, [chosen]);

	function choose(): void {
		const span = { from: yearOf(from) ?? bounds.from, to: yearOf(to) ?? bounds.to };
		const isEverything = yearOf(from) === null && yearOf(to) === null;
		const next = isEverything || span.from > span.to ? null : span;
		if (next?.from !== chosen?.from || next?.to !== chosen?.to) onChoose(next);
	}
	const field = (label: string, value: string, set: (value: string) => void, placeholder: number) => (
		<TextField
			label={label}
			isLabelHidden
			inputMode="numeric"
			placeholder={String(placeholder)}
			value={value}
			onChange={set}
			onBlur={choose}
			onKeyDown={(event) => event.key === 'Enter' && choose()}
		/>
	);
	return (
		<div className={styles.years}>
			{field(message('search.facet.from-year'), from, setFrom, bounds.from)}
			<span aria-hidden>–</span>
			{field(message('search.facet.to-year'), to, setTo, bounds.to)}
		</div>
	);
}

function yearOf(text: string): number | null {
	return /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}
