import { ChipButton } from './Chip.tsx';
import styles from './ChipFilter.module.css';

interface ChipFilterProps<T extends string> {
	label: string;
	options: readonly { value: NoInfer<T>; label: string }[];
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
					{each.label}
				</ChipButton>
			))}
		</fieldset>
	);
}
