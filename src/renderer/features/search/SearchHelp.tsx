import { useNavigate } from '@tanstack/react-router';
import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import { widenings } from '#shared/search/search-query.ts';
import styles from './SearchHelp.module.css';

const operators = ['words', 'phrase', 'literal', 'or', 'not', 'group', 'prefix', 'near'] as const;
const fields = ['kind', 'lang', 'date', 'by', 'tag', 'in', 'holding'] as const;

/** The question mark beside the order of hits: every operator and field with an example that can be tried. */
export function SearchHelp() {
	const [isOpen, setOpen] = useState(false);
	const navigate = useNavigate();
	function ask(example: string): void {
		setOpen(false);
		void navigate({ to: '/search', search: { q: example } });
	}
	return (
		<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
			<IconButton label={message('search.help')}>
				<CircleQuestionMark size={16} />
			</IconButton>
			<Popover label={message('search.help')} placement="bottom end">
				<h2 className={styles.title}>{message('search.help')}</h2>
				<p className={styles.note}>{message('search.help.note')}</p>
				<dl className={styles.list}>
					{[...operators, ...fields].map((name) => (
						<Row
							key={name}
							example={message(`search.help.${name}.example`)}
							meaning={message(`search.help.${name}`)}
							onAsk={ask}
						/>
					))}
				</dl>
				<h3 className={styles.title}>{message('search.help.matches')}</h3>
				<p className={styles.note}>{message('search.help.matches.note')}</p>
				<dl className={styles.list}>
					{widenings.map((how) => (
						<Meaning key={how} word={message(`search.match.${how}`)} meaning={message(`search.match.note.${how}`)} />
					))}
					<Meaning word={message('search.close-only')} meaning={message('search.match.note.close')} />
				</dl>
			</Popover>
		</DialogTrigger>
	);
}

function Meaning({ word, meaning }: { word: string; meaning: string }) {
	return (
		<div className={styles.row}>
			<dt className={styles.word}>{word}</dt>
			<dd>{meaning}</dd>
		</div>
	);
}

interface RowProps {
	example: string;
	meaning: string;
	onAsk(example: string): void;
}

function Row({ example, meaning, onAsk }: RowProps) {
	return (
		<div className={styles.row}>
			<dt>
				<Button variant="quiet" className={styles.example} onPress={() => onAsk(`${example} `)}>
					{example}
				</Button>
			</dt>
			<dd>{meaning}</dd>
		</div>
	);
}
