import type { Ref } from 'react';
import {
	TextArea as AriaTextArea,
	TextField as AriaTextField,
	type TextFieldProps as AriaTextFieldProps,
	FieldError,
	Input,
	Label,
	Text,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
	label: string;
	/** The label is heard but not seen. */
	isLabelHidden?: boolean;
	placeholder?: string;
	/** Empty where it comes later: a field that had none at first is not known to be described by it. */
	hint?: string | undefined;
	/** A sentence; shown when `isInvalid`. */
	error?: string | undefined;
	inputRef?: Ref<HTMLInputElement>;
	/** Id of a `datalist` that completes what is typed. */
	list?: string;
}

export function TextField({ label, isLabelHidden, placeholder, hint, error, inputRef, list, ...rest }: TextFieldProps) {
	return (
		<AriaTextField {...rest} className={styles.field ?? ''}>
			<Label className={isLabelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
			<Input ref={inputRef ?? null} list={list} placeholder={placeholder ?? ''} className={styles.input ?? ''} />
			<FieldNotes hint={hint} error={error} />
		</AriaTextField>
	);
}

interface TextAreaProps extends Omit<TextFieldProps, 'inputRef' | 'list'> {
	rows?: number;
	areaRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea({
	label,
	isLabelHidden,
	placeholder,
	hint,
	error,
	rows = 3,
	areaRef,
	...rest
}: TextAreaProps) {
	return (
		<AriaTextField {...rest} className={styles.field ?? ''}>
			<Label className={isLabelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
			<AriaTextArea
				ref={areaRef ?? null}
				rows={rows}
				placeholder={placeholder ?? ''}
				className={classes(styles.input, styles.area)}
			/>
			<FieldNotes hint={hint} error={error} />
		</AriaTextField>
	);
}

function FieldNotes({ hint, error }: { hint: string | undefined; error: string | undefined }) {
	return (
		<>
			{hint === undefined ? null : (
				<Text slot="description" className={styles.hint ?? ''}>
					{hint}
				</Text>
			)}
			<FieldError className={styles.error ?? ''}>{error}</FieldError>
		</>
	);
}
