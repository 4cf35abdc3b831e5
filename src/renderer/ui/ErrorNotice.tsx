import { copyText } from '#renderer/lib/copies.ts';
import { isOnlyAsking, toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { Button } from './Button.tsx';
import styles from './ErrorNotice.module.css';

interface ErrorNoticeProps {
	error: unknown;
	/** Shown as a button, where trying again can help. */
	onRetry?: (() => void) | undefined;
}

/**
 * A failure where it happened: the sentence, and details that fold out and can be copied. That a passphrase or a key is
 * still to be given is no failure, and is said without alarm.
 */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
	const data = toErrorData(error);
	if (isOnlyAsking(error))
		return (
			<p role="status" className={styles.asking}>
				{errorMessage(data)}
			</p>
		);
	const details = JSON.stringify(data, null, 2);
	return (
		<div role="alert" className={styles.notice}>
			<p>{errorMessage(data)}</p>
			<details className={styles.details}>
				<summary>{message('error-notice.details')}</summary>
				<pre>{details}</pre>
				<Button onPress={() => void copyText(details)}>{message('error-notice.copy')}</Button>
			</details>
			{onRetry ? <Button onPress={onRetry}>{message('error-notice.retry')}</Button> : null}
		</div>
	);
}
