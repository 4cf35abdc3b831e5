import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useIsNoteless } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AnnotationsChange } from '#shared/api/annotations-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { tagsOf } from '../annotation-filter.ts';
import { changeAnnotations, removeAnnotations } from '../annotation-mutations.ts';
import { purposeStyles } from '../purpose-style.ts';
import styles from './SelectionActions.module.css';

interface SelectionActionsProps {
	selected: readonly Annotation[];
	onClear(): void;
}

/** What can be done with the chosen annotations together, each as one thing to undo. */
export function SelectionActions({ selected, onClear }: SelectionActionsProps) {
	const isReadOnly = useIsNoteless();
	const [isTagging, setIsTagging] = useState(false);
	const [isMoving, setIsMoving] = useState(false);
	const tags = useMemo(() => tagsOf(selected), [selected]);
	if (selected.length === 0) return null;
	const change = (what: AnnotationsChange) => void changeAnnotations(selected, what);
	return (
		<section className={styles.bar} aria-label={message('annotations.selected')}>
			<span role="status">{message('annotations.selected-count', { count: selected.length })}</span>
			{isReadOnly ? null : (
				<>
					<ChoiceMenu label={message('annotations.set-purpose')}>
						{purposeStyles.map(({ purpose, label }) => (
							<MenuItem key={purpose} onAction={() => change({ purpose })}>
								{message(label)}
							</MenuItem>
						))}
					</ChoiceMenu>
					<ChipButton onPress={() => setIsTagging(true)}>{message('annotations.add-tag')}</ChipButton>
					{tags.length > 0 ? (
						<ChoiceMenu label={message('annotations.take-tag')}>
							{tags.map((tag) => (
								<MenuItem key={tag} onAction={() => change({ removeTags: [tag] })}>
									{tag}
								</MenuItem>
							))}
						</ChoiceMenu>
					) : null}
					{tags.length > 0 ? (
						<ChipButton onPress={() => setIsMoving(true)}>{message('annotations.move-tag')}</ChipButton>
					) : null}
					{selected.some(({ purpose }) => purpose === 'question') ? <ResolveChips change={change} /> : null}
					<ChipButton tone="danger" onPress={() => void removeAnnotations(selected).then(onClear)}>
						{message('annotations.remove')}
					</ChipButton>
				</>
			)}
			<Button variant="quiet" onPress={onClear}>
				{message('annotations.select-none')}
			</Button>
			{isTagging ? <TagDialog onAdd={(tag) => change({ addTags: [tag] })} onClose={() => setIsTagging(false)} /> : null}
			{isMoving ? (
				<TagDialog
					from={tags}
					onAdd={(tag, from) => {
						const moved = selected.filter(({ tags: own }) => own.includes(from));
						if (from !== tag) void changeAnnotations(moved, { addTags: [tag], removeTags: [from] });
					}}
					onClose={() => setIsMoving(false)}
				/>
			) : null}
		</section>
	);
}

function ResolveChips({ change }: { change(what: AnnotationsChange): void }) {
	return (
		<>
			<ChipButton onPress={() => change({ isResolved: true })}>{message('annotations.resolve')}</ChipButton>
			<ChipButton onPress={() => change({ isResolved: false })}>{message('annotations.reopen')}</ChipButton>
		</>
	);
}

function ChoiceMenu({ label, children }: { label: string; children: React.ReactNode }) {
	return (
		<MenuTrigger>
			<ChipButton>
				{label}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Menu aria-label={label}>{children}</Menu>
		</MenuTrigger>
	);
}

interface TagDialogProps {
	/** Tags of which one is taken away for it; without them none is. */
	from?: readonly string[];
	onAdd(tag: string, from: string): void;
	onClose(): void;
}

/** Asks for one tag, completing from those in use. */
function TagDialog({ from = [], onAdd, onClose }: TagDialogProps) {
	const [tag, setTag] = useState('');
	const [taken, setTaken] = useState(from[0] ?? '');
	const isMove = from.length > 0;
	const name = message(isMove ? 'annotations.move-tag' : 'annotations.add-tag');
	const { data: inUse = [] } = useQuery(queries.tags.list());
	const formId = useId();
	const listId = useId();
	return (
		<Dialog
			title={name}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{isMove ? message('annotations.move') : name}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				onSubmit={(event) => {
					event.preventDefault();
					if (tag.trim() === '') return;
					onAdd(tag.trim(), taken);
					onClose();
				}}
			>
				{isMove ? (
					<Select
						label={message('annotations.move-tag-from')}
						value={taken}
						onChange={setTaken}
						options={from.map((value) => ({ value, label: value }))}
					/>
				) : null}
				<TextField
					label={message(isMove ? 'annotations.move-tag-to' : 'annotations.tag')}
					value={tag}
					onChange={setTag}
					maxLength={200}
					list={listId}
					autoFocus
				/>
				<datalist id={listId}>
					{inUse.map(({ id, name }) => (
						<option key={id} value={name} />
					))}
				</datalist>
			</form>
		</Dialog>
	);
}
