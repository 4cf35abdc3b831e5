import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import tabStyles from '#renderer/ui/Tabs.module.css';
import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import { type BesideSide, besideSides } from './chosen-words.ts';

interface SideTabsProps {
	shown: BesideSide;
	onShow(side: BesideSide): void;
	contentOf(side: BesideSide): ReactNode;
}

/** Where there is room for one text only. Both stay drawn, so that each keeps its place. */
export function SideTabs({ shown, onShow, contentOf }: SideTabsProps) {
	return (
		<Tabs selectedKey={shown} onSelectionChange={(key) => onShow(key as BesideSide)} className={styles.tabs ?? ''}>
			<TabList aria-label={message('beside.title')} className={tabStyles.list ?? ''}>
				{besideSides.map((side) => (
					<Tab key={side} id={side} className={tabStyles.tab ?? ''}>
						{message(`beside.${side}`)}
					</Tab>
				))}
			</TabList>
			{besideSides.map((side) => (
				<TabPanel key={side} id={side} shouldForceMount className={styles.panel ?? ''}>
					{contentOf(side)}
				</TabPanel>
			))}
		</Tabs>
	);
}
