import { ChevronDown } from 'lucide-react';
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
					<TextField
						label={message('library.from-year')}
						inputMode="numeric"
						value={fromYear === null ? '' : String(fromYear)}
						onChange={(text) => onChange({ fromYear: yearOf(text) })}
					/>
					<TextField
						label={message('library.to-year')}
						inputMode="numeric"
						value={toYear === null ? '' : String(toYear)}
						onChange={(text) => onChange({ toYear: yearOf(text) })}
					/>
				</div>
			</Popover>
		</DialogTrigger>
	);
}

function yearOf(text: string): number | null {
	return /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}
