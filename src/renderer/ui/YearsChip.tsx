import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { message } from '#shared/messages/messages.ts';
import { ChipButton } from './Chip.tsx';
import { Popover } from './Popover.tsx';
import { TextField } from './TextField.tsx';
import styles from './YearsChip.module.css';

interface Years {
	fromYear: number | null;
	toYear: number | null;
}

interface YearsChipProps extends Years {
	onChange(years: Partial<Years>): void;
}

/** A chip that narrows to the years that are written into it; an empty field is an open end. */
export function YearsChip({ fromYear, toYear, onChange }: YearsChipProps) {
	const isOn = fromYear !== null || toYear !== null;
	const title = message('chronology.facet.years');
	return (
		<DialogTrigger>
			<ChipButton isOn={isOn}>
				{isOn ? message('date.years', { from: String(fromYear ?? '…'), to: String(toYear ?? '…') }) : title}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Popover label={title}>
				<div className={styles.years}>
					<YearField
						label={message('library.from-year')}
						year={fromYear}
						onChange={(year) => onChange({ fromYear: year })}
					/>
					<YearField label={message('library.to-year')} year={toYear} onChange={(year) => onChange({ toYear: year })} />
				</div>
			</Popover>
		</DialogTrigger>
	);
}

interface YearFieldProps {
	label: string;
	year: number | null;
	onChange(year: number | null): void;
}

/** Shows the year that counts; and the sign with which one before our era is begun, which is none yet. */
function YearField({ label, year, onChange }: YearFieldProps) {
	const [hasSign, setHasSign] = useState(false);
	return (
		<TextField
			label={label}
			inputMode="numeric"
			value={year !== null ? String(year) : hasSign ? '-' : ''}
			onChange={(text) => {
				setHasSign(text.trim() === '-');
				onChange(yearOf(text));
			}}
		/>
	);
}

function yearOf(text: string): number | null {
	return /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}
