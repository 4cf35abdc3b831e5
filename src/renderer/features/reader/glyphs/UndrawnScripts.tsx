import { useEffect, useState } from 'react';
import { scriptName } from '#renderer/lib/script-name.ts';
import type { ArrivedText } from '#renderer/lib/text-arrival.ts';
import { whenIdle } from '#renderer/lib/when-idle.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { wordList } from '#shared/messages/word-list.ts';
import { gatherForeignLetters, privateUse } from './foreign-letters.ts';
import styles from './UndrawnScripts.module.css';
import { letterDrawer, undrawnScripts } from './undrawn-scripts.ts';

const patienceMs = 1000;

interface UndrawnScriptsProps {
	text: ArrivedText;
	/** What the text stands in, with the fonts that it is set in. */
	root: HTMLElement | null;
}

/** Says which letters of a text no font here has, and what can be done. Most texts are silent. */
export function UndrawnScripts({ text, root }: UndrawnScriptsProps) {
	const undrawn = useUndrawnScripts(text, root);
	const names = undrawn.filter((script) => script !== privateUse).map(scriptName);
	return (
		<div role="status">
			{undrawn.length > 0 && (
				<div className={styles.note}>
					{names.length > 0 && (
						<p>
							{message('reader.undrawn', {
								count: names.length,
								scripts: wordList(names, 'conjunction'),
							})}
						</p>
					)}
					{undrawn.includes(privateUse) && <p>{message('reader.undrawn.private')}</p>}
					<p>{message('reader.undrawn.whole')}</p>
				</div>
			)}
		</div>
	);
}

/** Looked for once, while nothing else is to be done; soon in any case, since somebody wonders about the empty boxes. */
function useUndrawnScripts({ blocks, isWhole }: ArrivedText, root: HTMLElement | null): readonly string[] {
	const [undrawn, setUndrawn] = useState<readonly string[]>([]);
	useEffect(() => {
		if (!root || !isWhole) return;
		const letters = new Map<string, Set<string>>();
		let at = 0;
		const look = (leftMs: () => number) => {
			for (; at < blocks.length && leftMs() > 1; at += 1) gatherForeignLetters(blocks[at] as StoredBlock, letters);
			if (at < blocks.length) callOff = whenIdle(look, patienceMs);
			else if (letters.size > 0) setUndrawn(undrawnScripts(letters, letterDrawer(root)));
		};
		let callOff = whenIdle(look, patienceMs);
		return () => callOff();
	}, [blocks, isWhole, root]);
	return undrawn;
}
