import { X } from 'lucide-react';
import {
	UNSTABLE_ToastRegion as AriaToastRegion,
	Text,
	UNSTABLE_Toast as Toast,
	UNSTABLE_ToastContent as ToastContent,
} from 'react-aria-components';
import { message } from '#shared/messages/messages.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import styles from './ToastRegion.module.css';
import { toasts } from './toast.ts';

/** Where toasts appear; once in the app. */
export function ToastRegion() {
	return (
		<AriaToastRegion queue={toasts} aria-label={message('toast.region')} className={styles.region ?? ''}>
			{({ toast }) => (
				<Toast toast={toast} className={classes(styles.toast, styles[toast.content.tone])}>
					<ToastContent className={styles.content ?? ''}>
						<Text slot="title">{toast.content.text}</Text>
					</ToastContent>
					{toast.content.action ? (
						<Button
							variant="quiet"
							onPress={() => {
								toast.content.action?.run();
								toasts.close(toast.key);
							}}
						>
							{toast.content.action.label}
						</Button>
					) : null}
					<IconButton label={message('toast.close')} slot="close">
						<X size={14} />
					</IconButton>
				</Toast>
			)}
		</AriaToastRegion>
	);
}
