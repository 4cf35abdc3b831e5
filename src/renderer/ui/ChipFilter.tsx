import { message } from '#shared/messages/messages.ts';
import { ChipButton } from './Chip.tsx';
import styles from './ChipFilter.module.css';

interface FilterOption<T extends string> {
	value: T;
	label: string;
	/** How many pass; null while nobody knows, for 0 would say that there are none. */
	count?: number | null;
}

interface ChipFilterProps<T extends string> {
	label: string;
	options: readonly FilterOption<NoInfer<T>>[];
	value: T;
	onChange(value: NoInfer<T>): void;
}

/** One of a few ways to narrow a list, all in sight as chips that are pressed. */
export function ChipFilter<T extends string>({ label, options, value, onChange }: ChipFilterProps<T>) {
	return (
		<fieldset aria-label={label} className={styles.filter}>
			{options.map((each) => (
				<ChipButton
					key={each.value}
					isOn={each.value === value}
					aria-pressed={each.value === value}
					onPress={() => onChange(each.value)}
				>
					{optionWords(each)}
				</ChipButton>
			))}
		</fieldset>
	);
}

function optionWords<T extends string>({ label, count = null }: FilterOption<T>): string {
	return count === null ? label : message('filter.counted', { label, count });
}
