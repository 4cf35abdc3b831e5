import type { AnswerMessage, Channel, FactMessage } from '#shared/api/envelope.ts';

/** The clients of a host: who is told facts, and who is gone. */
export interface HostClients {
	add(channel: Channel): void;
	/** Nothing is sent to a client that went away meanwhile. */
	send(channel: Channel, answer: AnswerMessage): void;
	tell(fact: FactMessage): void;
	/** Resolves when the last one went away, or after so long. */
	whenGone(patienceMillis: number): Promise<void>;
}

export function createClients(): HostClients {
	const channels = new Set<Channel>();
	let onGone: () => void = () => undefined;
	return {
		add(channel) {
			channels.add(channel);
			channel.onClose(() => {
				channels.delete(channel);
				if (channels.size === 0) onGone();
			});
		},
		send(channel, answer) {
			if (channels.has(channel)) channel.send(answer);
		},
		tell(fact) {
			for (const channel of channels) channel.send(fact);
		},
		async whenGone(patienceMillis) {
			if (channels.size === 0) return;
			await new Promise<void>((resolve) => {
				const patience = setTimeout(resolve, patienceMillis);
				onGone = () => {
					clearTimeout(patience);
					resolve();
				};
			});
		},
	};
}
