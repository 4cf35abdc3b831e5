import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, SelectValue } from 'react-aria-components';
import { classes } from './classes.ts';
import fieldStyles from './field.module.css';
import { Popover } from './Popover.tsx';
import styles from './Select.module.css';

interface SelectProps<V extends string> {
	label: string;
	isLabelHidden?: boolean;
	value: V;
	onChange(value: V): void;
	options: readonly { value: V; label: string }[];
	isDisabled?: boolean;
	/** Looks like text until it is pointed at or has the focus. */
	isQuiet?: boolean;
}

export function Select<V extends string>({
	label,
	isLabelHidden,
	value,
	onChange,
	options,
	isDisabled,
	isQuiet,
}: SelectProps<V>) {
	return (
		<AriaSelect
			value={value}
			onChange={(key) => onChange(key as V)}
			isDisabled={isDisabled ?? false}
			className={fieldStyles.field ?? ''}
		>
			<Label className={isLabelHidden ? 'visually-hidden' : (fieldStyles.label ?? '')}>{label}</Label>
			<Button className={classes(fieldStyles.input, styles.button, isQuiet && styles.quiet)}>
				<SelectValue className={styles.value ?? ''} />
				<ChevronDown size={14} aria-hidden />
			</Button>
			<Popover isMenu>
				<ListBox className={styles.list ?? ''}>
					{options.map((option) => (
						<ListBoxItem key={option.value} id={option.value} className={styles.option ?? ''}>
							{option.label}
						</ListBoxItem>
					))}
				</ListBox>
			</Popover>
		</AriaSelect>
	);
}
